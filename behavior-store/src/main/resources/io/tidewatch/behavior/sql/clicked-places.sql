-- How often a product stood at a place of a keyword's results and was clicked in those searches; only
-- products that were clicked under the keyword.
-- Views: clicks, results_shown (window); recent_searches, recent_impressions (24
-- hours before it too); heads, products.
WITH clicked AS (
  SELECT DISTINCT query_id, product_id FROM clicks WHERE query_id IS NOT NULL
),
clicked_queries AS (
  SELECT DISTINCT query_id FROM clicked
),
logged AS (
  SELECT query_id, product_id, MIN(list_position) AS place
  FROM recent_impressions
  WHERE query_id IS NOT NULL AND list_position IS NOT NULL
  GROUP BY query_id, product_id
),
logged_queries AS (
  SELECT DISTINCT query_id FROM recent_impressions WHERE query_id IS NOT NULL
),
queries AS (
  SELECT s.query_id, MIN(COALESCE(h.head, s.keyword)) AS keyword, MIN(s.results) AS results
  FROM recent_searches s
  LEFT JOIN clicked_queries c ON c.query_id = s.query_id
  LEFT JOIN logged_queries l ON l.query_id = s.query_id
  LEFT JOIN heads h ON h.keyword = s.keyword
  WHERE s.keyword IS NOT NULL AND (c.query_id IS NOT NULL OR l.query_id IS NOT NULL)
  GROUP BY s.query_id
),
hits AS (
  SELECT
    q.keyword, c.product_id,
    CASE
      WHEN l.query_id IS NULL THEN NULLIF(array_position(q.results, c.product_id), 0)
      ELSE i.place
    END AS place
  FROM clicked c
  JOIN queries q ON q.query_id = c.query_id
  LEFT JOIN logged_queries l ON l.query_id = c.query_id
  LEFT JOIN logged i ON i.query_id = c.query_id AND i.product_id = c.product_id
),
counted_hits AS (
  SELECT keyword, product_id, place, COUNT(*) AS clicked
  FROM hits
  WHERE place IS NOT NULL
  GROUP BY keyword, product_id, place
),
pairs AS (
  SELECT DISTINCT h.keyword, h.product_id
  FROM counted_hits h
  JOIN products p ON p.product_id = h.product_id
),
shown AS (
  SELECT
    COALESCE(h.head, r.keyword) AS keyword, r.product_id, r.list_position AS place
  FROM results_shown r
  LEFT JOIN logged_queries l ON l.query_id = r.query_id
  LEFT JOIN heads h ON h.keyword = r.keyword
  WHERE l.query_id IS NULL AND r.keyword IS NOT NULL
  UNION ALL
  SELECT q.keyword, i.product_id, i.place
  FROM logged i
  JOIN queries q ON q.query_id = i.query_id
),
counted AS (
  SELECT s.keyword, s.product_id, s.place, COUNT(*) AS shown
  FROM shown s
  JOIN pairs p ON p.keyword = s.keyword AND p.product_id = s.product_id
  GROUP BY s.keyword, s.product_id, s.place
)
SELECT
  c.keyword, c.product_id, CAST(c.place AS BIGINT) AS place, c.shown,
  CASE
    WHEN h.clicked IS NULL THEN 0
    WHEN h.clicked > c.shown THEN c.shown
    ELSE h.clicked
  END AS clicked
FROM counted c
LEFT JOIN counted_hits h
  ON h.keyword = c.keyword AND h.product_id = c.product_id AND h.place = c.place
ORDER BY c.keyword, c.product_id, c.place
