-- Clicks and carts under a keyword, by local day, category, brand and place: where the product stood
-- when it was clicked, or null. They belong to a search of the same local day or the one before
-- through its query id; clicked: searches with a click.
-- Views: clicks, carts (window); recent_searches, recent_impressions (the day before it too);
-- products.
WITH acts AS (
  SELECT query_id, product_id, local_day, 1 AS clicks, 0 AS carts
  FROM clicks
  WHERE query_id IS NOT NULL
  UNION ALL
  SELECT query_id, product_id, local_day, 0 AS clicks, 1 AS carts
  FROM carts
  WHERE query_id IS NOT NULL
),
acted AS (
  SELECT query_id, product_id, local_day, SUM(clicks) AS clicks, SUM(carts) AS carts
  FROM acts
  GROUP BY query_id, product_id, local_day
),
acted_queries AS (
  SELECT DISTINCT query_id, local_day FROM acts
),
queries AS (
  SELECT a.query_id, a.local_day, MIN(s.keyword) AS keyword, MIN(s.results) AS results
  FROM acted_queries a
  JOIN recent_searches s ON s.query_id = a.query_id
  WHERE s.keyword IS NOT NULL
    AND s.local_day <= a.local_day
    AND s.local_day >= a.local_day - INTERVAL '1' DAY
  GROUP BY a.query_id, a.local_day
),
logged AS (
  SELECT a.query_id, a.local_day, i.product_id, MIN(i.list_position) AS place
  FROM acted_queries a
  JOIN recent_impressions i ON i.query_id = a.query_id
  WHERE i.local_day <= a.local_day AND i.local_day >= a.local_day - INTERVAL '1' DAY
  GROUP BY a.query_id, a.local_day, i.product_id
),
logged_queries AS (
  SELECT DISTINCT query_id, local_day FROM logged
),
placed AS (
  SELECT
    a.local_day, q.keyword, a.product_id, a.clicks, a.carts,
    CASE
      WHEN a.clicks = 0 THEN NULL
      WHEN l.query_id IS NULL THEN NULLIF(array_position(q.results, a.product_id), 0)
      ELSE i.place
    END AS place
  FROM acted a
  JOIN queries q ON q.query_id = a.query_id AND q.local_day = a.local_day
  LEFT JOIN logged_queries l ON l.query_id = a.query_id AND l.local_day = a.local_day
  LEFT JOIN logged i
    ON i.query_id = a.query_id AND i.local_day = a.local_day AND i.product_id = a.product_id
)
SELECT
  a.local_day, a.keyword, p.category_id, p.brand_id, CAST(a.place AS INTEGER) AS place,
  CAST(SUM(a.clicks) AS INTEGER) AS clicks, CAST(SUM(a.carts) AS INTEGER) AS carts,
  CAST(SUM(CASE WHEN a.clicks > 0 THEN 1 ELSE 0 END) AS INTEGER) AS clicked
FROM placed a
JOIN products p ON p.product_id = a.product_id
GROUP BY a.local_day, a.keyword, p.category_id, p.brand_id, a.place
