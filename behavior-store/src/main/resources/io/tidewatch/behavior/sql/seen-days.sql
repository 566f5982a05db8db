-- Local days of the window on which anybody did anything.
-- Views: searches, interactions, orders (window).
WITH acts AS (
  SELECT local_day FROM searches
  UNION ALL
  SELECT local_day FROM interactions
  UNION ALL
  SELECT local_day FROM orders
)
SELECT local_day, COUNT(*) AS acts
FROM acts
GROUP BY local_day
ORDER BY local_day
