-- Users who paid for a brand.
-- Views: orders, refunds (window); products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
)
SELECT DISTINCT o.user_id, p.brand_id
FROM orders o
JOIN products p ON p.product_id = o.product_id
LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
WHERE o.amount - COALESCE(r.amount, 0) > 0
