-- Order lines with the price, margin and stock of their product as known when they were placed.
-- Views: orders, refunds (window); product_versions (all before the window's end).
WITH spans AS (
  SELECT
    product_id, price, currency, margin, stock, event_at AS from_at,
    LEAD(event_at) OVER (PARTITION BY product_id ORDER BY event_at, id) AS to_at
  FROM product_versions
),
refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
)
SELECT
  o.id AS order_id, o.event_at, o.product_id, o.quantity, o.amount,
  COALESCE(r.amount, 0) AS refunded, o.currency, s.price, s.currency AS price_currency, s.margin,
  s.stock
FROM orders o
LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
LEFT JOIN spans s
  ON s.product_id = o.product_id
  AND s.from_at <= o.event_at
  AND (s.to_at IS NULL OR s.to_at > o.event_at)
ORDER BY o.id
