-- Users with more than fifty keywords.
-- Views: searched_days, heads.
WITH words AS (
  SELECT s.user_id, COUNT(DISTINCT COALESCE(h.head, s.keyword)) AS keywords
  FROM searched_days s
  LEFT JOIN heads h ON h.keyword = s.keyword
  GROUP BY s.user_id
)
SELECT COUNT(*) AS users FROM words WHERE keywords > 50
