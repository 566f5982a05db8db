-- Distinct (user, local day) pairs with an order that is not fully refunded, by category and brand.
-- Views: orders, refunds (window); products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
),
buyer_days AS (
  SELECT DISTINCT
    p.category_id, p.brand_id, o.user_id, o.local_day
  FROM orders o
  JOIN products p ON p.product_id = o.product_id
  LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
  WHERE o.amount - COALESCE(r.amount, 0) > 0
)
SELECT category_id, brand_id, COUNT(*) AS orders
FROM buyer_days
GROUP BY category_id, brand_id
ORDER BY category_id, brand_id
