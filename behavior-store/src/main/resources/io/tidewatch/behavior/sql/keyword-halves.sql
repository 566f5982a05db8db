-- Distinct searchers of a keyword in the window and in each half of its days.
-- Views: searched_days, heads, window_days.
WITH searchers AS (
  SELECT
    COALESCE(h.head, s.keyword) AS keyword, s.user_id, MIN(s.local_day) AS earliest,
    MAX(s.local_day) AS latest
  FROM searched_days s
  LEFT JOIN heads h ON h.keyword = s.keyword
  GROUP BY COALESCE(h.head, s.keyword), s.user_id
)
SELECT
  s.keyword, COUNT(*) AS searchers,
  COUNT(CASE WHEN s.earliest < w.middle_day THEN 1 END) AS searchers_before,
  COUNT(CASE WHEN s.latest >= w.middle_day THEN 1 END) AS searchers_after
FROM searchers s
CROSS JOIN window_days w
GROUP BY s.keyword
ORDER BY s.keyword
