-- Order lines that were not wholly paid back, with what their product is, one user after the other.
-- Views: orders, refunds (window); products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
)
SELECT
  o.id AS order_id, o.user_id, o.local_day, o.product_id, p.brand_id, p.category_id, o.quantity,
  o.amount, CAST(COALESCE(r.amount, 0) AS DECIMAL(38, 4)) AS refunded, o.currency
FROM orders o
JOIN products p ON p.product_id = o.product_id
LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
WHERE o.amount - COALESCE(r.amount, 0) > 0
ORDER BY o.user_id, o.event_at, o.id
