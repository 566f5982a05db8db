-- What stood in the results of a keyword, by local day, category and brand; examined: impressions at
-- known places, each times the examination of its place. What a search lists stands there where no
-- impression of its day names its query; several impressions of a product in one search and day are
-- one, at the best place.
-- Views: results_shown (window); recent_searches, recent_impressions (the day before it too);
-- window_days; examination (place, examined); products.
WITH logged AS (
  SELECT query_id, product_id, local_day, MIN(list_position) AS place
  FROM recent_impressions
  WHERE query_id IS NOT NULL AND list_position IS NOT NULL
  GROUP BY query_id, product_id, local_day
),
logged_queries AS (
  SELECT DISTINCT query_id, local_day FROM recent_impressions WHERE query_id IS NOT NULL
),
queries AS (
  SELECT l.query_id, l.local_day, MIN(s.keyword) AS keyword
  FROM logged_queries l
  JOIN recent_searches s ON s.query_id = l.query_id
  WHERE s.keyword IS NOT NULL
    AND s.local_day <= l.local_day
    AND s.local_day >= l.local_day - INTERVAL '1' DAY
  GROUP BY l.query_id, l.local_day
),
shown AS (
  SELECT r.local_day, r.keyword, r.product_id, r.list_position AS place
  FROM results_shown r
  LEFT JOIN logged_queries l ON l.query_id = r.query_id AND l.local_day = r.local_day
  WHERE l.query_id IS NULL AND r.keyword IS NOT NULL
  UNION ALL
  SELECT i.local_day, q.keyword, i.product_id, i.place
  FROM logged i
  JOIN queries q ON q.query_id = i.query_id AND q.local_day = i.local_day
  UNION ALL
  SELECT i.local_day, q.keyword, i.product_id, CAST(NULL AS BIGINT) AS place
  FROM recent_impressions i
  JOIN queries q ON q.query_id = i.query_id AND q.local_day = i.local_day
  WHERE i.list_position IS NULL
)
SELECT
  s.local_day, s.keyword, p.category_id, p.brand_id, CAST(COUNT(*) AS INTEGER) AS impressions,
  CAST(SUM(COALESCE(e.examined, 0)) AS DECIMAL(18, 6)) AS examined
FROM shown s
JOIN products p ON p.product_id = s.product_id
CROSS JOIN window_days w
LEFT JOIN examination e ON e.place = s.place
WHERE s.local_day >= w.first_day
GROUP BY s.local_day, s.keyword, p.category_id, p.brand_id
