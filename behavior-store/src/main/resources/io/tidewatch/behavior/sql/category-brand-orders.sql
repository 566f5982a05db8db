-- Distinct (user, local day) pairs with an order that is not fully refunded, by category and brand.
-- Views: orders, refunds (window); products; zone_offsets.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
),
buyer_days AS (
  SELECT DISTINCT
    p.category_id, p.brand_id, o.user_id, CAST(o.event_at + z.shift AS DATE) AS local_day
  FROM orders o
  JOIN products p ON p.product_id = o.product_id
  JOIN zone_offsets z ON o.event_at >= z.from_at AND o.event_at < z.to_at
  LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
  WHERE o.amount - COALESCE(r.amount, 0) > 0
)
SELECT category_id, brand_id, COUNT(*) AS orders
FROM buyer_days
GROUP BY category_id, brand_id
ORDER BY category_id, brand_id
