-- Searches, distinct searchers and clicks of the keywords searched in the window.
-- Views: searches, clicks (window); tracked_searches (window and the time before it).
WITH traffic AS (
  SELECT keyword, COUNT(*) AS searches, COUNT(DISTINCT user_id) AS searchers
  FROM searches
  WHERE keyword IS NOT NULL
  GROUP BY keyword
),
query_keywords AS (
  SELECT query_id, MIN(keyword) AS keyword
  FROM tracked_searches
  WHERE query_id IS NOT NULL AND keyword IS NOT NULL
  GROUP BY query_id
),
clicked AS (
  SELECT k.keyword, COUNT(*) AS clicks
  FROM clicks c
  JOIN query_keywords k ON k.query_id = c.query_id
  GROUP BY k.keyword
)
SELECT t.keyword, t.searches, t.searchers, COALESCE(c.clicks, 0) AS clicks
FROM traffic t
LEFT JOIN clicked c ON c.keyword = t.keyword
ORDER BY t.keyword
