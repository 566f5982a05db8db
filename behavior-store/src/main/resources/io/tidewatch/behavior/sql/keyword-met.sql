-- What people met under a keyword, by category and brand.
-- Views: shown_days, acted_days, examination, heads, window_days.
WITH shown AS (
  SELECT
    COALESCE(h.head, s.keyword) AS keyword, s.category_id, s.brand_id,
    SUM(s.impressions) AS impressions,
    SUM(CASE WHEN s.local_day < w.middle_day THEN s.impressions ELSE 0 END)
      AS impressions_before,
    SUM(s.examined) AS examined
  FROM shown_days s
  CROSS JOIN window_days w
  LEFT JOIN heads h ON h.keyword = s.keyword
  GROUP BY COALESCE(h.head, s.keyword), s.category_id, s.brand_id
),
acted AS (
  SELECT
    COALESCE(h.head, a.keyword) AS keyword, a.category_id, a.brand_id, SUM(a.clicks) AS clicks,
    SUM(a.carts) AS carts,
    SUM(CASE WHEN a.local_day < w.middle_day THEN a.clicks ELSE 0 END) AS clicks_before,
    SUM(CASE WHEN e.place IS NULL THEN 0 ELSE a.clicked END) AS examined_clicks
  FROM acted_days a
  CROSS JOIN window_days w
  LEFT JOIN examination e ON e.place = a.place
  LEFT JOIN heads h ON h.keyword = a.keyword
  GROUP BY COALESCE(h.head, a.keyword), a.category_id, a.brand_id
)
SELECT
  COALESCE(s.keyword, a.keyword) AS keyword,
  COALESCE(s.category_id, a.category_id) AS category_id,
  COALESCE(s.brand_id, a.brand_id) AS brand_id,
  CAST(COALESCE(s.impressions, 0) AS BIGINT) AS impressions,
  CAST(COALESCE(a.clicks, 0) AS BIGINT) AS clicks,
  CAST(COALESCE(a.carts, 0) AS BIGINT) AS carts,
  CAST(COALESCE(s.impressions_before, 0) AS BIGINT) AS impressions_before,
  CAST(COALESCE(a.clicks_before, 0) AS BIGINT) AS clicks_before,
  CAST(COALESCE(s.examined, 0) AS DECIMAL(38, 6)) AS examined,
  CAST(COALESCE(a.examined_clicks, 0) AS BIGINT) AS examined_clicks
FROM shown s
FULL OUTER JOIN acted a
  ON a.keyword = s.keyword AND a.category_id = s.category_id AND a.brand_id = s.brand_id
ORDER BY keyword, category_id, brand_id
