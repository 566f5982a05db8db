-- Searchers of a keyword whom a brand held already, and those whom it did not hold and who paid for
-- it later.
-- Views: searched_days (window); held, later_buyers (user_id, brand_id); heads.
WITH words AS (
  SELECT DISTINCT COALESCE(h.head, s.keyword) AS keyword, s.user_id
  FROM searched_days s
  LEFT JOIN heads h ON h.keyword = s.keyword
),
new_buyers AS (
  SELECT b.user_id, b.brand_id
  FROM later_buyers b
  LEFT JOIN held h ON h.user_id = b.user_id AND h.brand_id = b.brand_id
  WHERE h.user_id IS NULL
),
counted AS (
  SELECT w.keyword, h.brand_id, COUNT(*) AS held, 0 AS buyers
  FROM words w
  JOIN held h ON h.user_id = w.user_id
  GROUP BY w.keyword, h.brand_id
  UNION ALL
  SELECT w.keyword, b.brand_id, 0 AS held, COUNT(*) AS buyers
  FROM words w
  JOIN new_buyers b ON b.user_id = w.user_id
  GROUP BY w.keyword, b.brand_id
)
SELECT
  keyword, brand_id, CAST(SUM(held) AS BIGINT) AS held, CAST(SUM(buyers) AS BIGINT) AS buyers
FROM counted
GROUP BY keyword, brand_id
ORDER BY keyword, brand_id
