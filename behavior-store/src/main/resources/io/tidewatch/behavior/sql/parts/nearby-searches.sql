-- Searches of the 24 hours before an order that names no search of the 30 days before it, the latest
-- first.
-- Views: orders (window); recent_searches (the day before it too), tracked_searches (30 days before
-- it too); products.
WITH named AS (
  SELECT DISTINCT o.id AS order_id
  FROM orders o
  JOIN tracked_searches s ON s.query_id = o.query_id
  WHERE s.keyword IS NOT NULL
    AND s.event_at <= o.event_at
    AND s.event_at >= o.event_at - INTERVAL '30' DAY
)
SELECT
  o.id AS order_id, o.event_at AS ordered_at, p.category_id, s.id AS search_id, s.query_id,
  s.keyword, ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY s.event_at DESC, s.id DESC) AS choice
FROM orders o
JOIN products p ON p.product_id = o.product_id
JOIN recent_searches s ON s.user_id = o.user_id
LEFT JOIN named n ON n.order_id = o.id
WHERE n.order_id IS NULL
  AND s.keyword IS NOT NULL
  AND s.event_at <= o.event_at
  AND s.event_at >= o.event_at - INTERVAL '24' HOUR
