-- What searches of a keyword led to; a user's searches of it on one local day count once.
-- Views: searches, clicks (window); recent_impressions (the day before it too); told_results,
-- search_results.
WITH shown_by_log AS (
  SELECT DISTINCT query_id FROM recent_impressions WHERE query_id IS NOT NULL
),
clicked_by_log AS (
  SELECT DISTINCT query_id FROM clicks WHERE query_id IS NOT NULL
),
shown_by_list AS (
  SELECT DISTINCT search_id FROM search_results
),
led AS (
  SELECT
    s.keyword, s.user_id, s.local_day,
    CASE WHEN s.query_id IS NOT NULL THEN 1 ELSE 0 END AS named,
    CASE WHEN t.search_id IS NOT NULL THEN 1 ELSE 0 END AS listed,
    CASE
      WHEN r.search_id IS NOT NULL OR i.query_id IS NOT NULL OR c.query_id IS NOT NULL THEN 1
      ELSE 0
    END AS shown,
    CASE WHEN c.query_id IS NOT NULL THEN 1 ELSE 0 END AS clicked
  FROM searches s
  LEFT JOIN told_results t ON t.search_id = s.id
  LEFT JOIN shown_by_list r ON r.search_id = s.id
  LEFT JOIN shown_by_log i ON i.query_id = s.query_id
  LEFT JOIN clicked_by_log c ON c.query_id = s.query_id
  WHERE s.keyword IS NOT NULL
),
visits AS (
  SELECT
    keyword, user_id, local_day,
    MAX(CASE WHEN listed = 1 OR shown = 1 THEN 1 ELSE 0 END) AS told,
    MAX(shown) AS shown,
    MAX(shown * named) AS tracked,
    MAX(clicked) AS clicked
  FROM led
  GROUP BY keyword, user_id, local_day
)
SELECT
  keyword, COUNT(*) AS visits, CAST(SUM(told) AS BIGINT) AS told,
  CAST(SUM(shown) AS BIGINT) AS shown, CAST(SUM(tracked) AS BIGINT) AS tracked,
  CAST(SUM(clicked) AS BIGINT) AS clicked
FROM visits
GROUP BY keyword
ORDER BY keyword
