-- Keywords that at least five users searched both, of users with at most fifty keywords.
-- Views: searched_days, heads.
WITH words AS (
  SELECT DISTINCT COALESCE(h.head, s.keyword) AS keyword, s.user_id
  FROM searched_days s
  LEFT JOIN heads h ON h.keyword = s.keyword
),
users AS (
  SELECT user_id FROM words GROUP BY user_id HAVING COUNT(*) <= 50
),
kept AS (
  SELECT w.keyword, w.user_id FROM words w JOIN users u ON u.user_id = w.user_id
),
searchers AS (
  SELECT keyword, COUNT(*) AS users FROM kept GROUP BY keyword
),
frequent AS (
  SELECT k.keyword, k.user_id FROM kept k JOIN searchers s ON s.keyword = k.keyword WHERE s.users >= 5
),
pairs AS (
  SELECT a.keyword AS one, b.keyword AS other, COUNT(*) AS users
  FROM frequent a
  JOIN frequent b ON b.user_id = a.user_id AND a.keyword < b.keyword
  GROUP BY a.keyword, b.keyword
  HAVING COUNT(*) >= 5
)
SELECT p.one, p.other, p.users, x.users AS one_users, y.users AS other_users
FROM pairs p
JOIN searchers x ON x.keyword = p.one
JOIN searchers y ON y.keyword = p.other
ORDER BY p.one, p.other
