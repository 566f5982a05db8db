-- Facts that break a rule: how many, and the three smallest keys of each rule.
-- Views: orders, refunds, other_actions, interactions, arrival_times (window); tracked_orders,
-- tracked_searches (window and the time before it); product_versions; products.
WITH spans AS (
  SELECT
    product_id, price, currency, event_at AS from_at,
    LEAD(event_at) OVER (PARTITION BY product_id ORDER BY event_at, id) AS to_at
  FROM product_versions
),
refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
),
broken AS (
  SELECT 'order-without-search' AS rule, o.id AS example
  FROM orders o
  WHERE NOT EXISTS (SELECT 1 FROM tracked_searches s WHERE s.query_id = o.query_id)
    AND NOT EXISTS (
      SELECT 1
      FROM tracked_searches s
      WHERE s.user_id = o.user_id
        AND s.event_at <= o.event_at
        AND s.event_at >= o.event_at - INTERVAL '24' HOUR)
  UNION ALL
  SELECT 'order-of-unknown-product', o.id
  FROM orders o
  LEFT JOIN products p ON p.product_id = o.product_id
  WHERE p.product_id IS NULL
  UNION ALL
  SELECT 'event-of-unknown-product', i.id
  FROM interactions i
  LEFT JOIN products p ON p.product_id = i.product_id
  WHERE i.product_id IS NOT NULL AND p.product_id IS NULL
  UNION ALL
  SELECT 'order-of-nothing', o.id
  FROM orders o
  WHERE o.amount = 0
  UNION ALL
  SELECT 'order-amount-absurd', o.id
  FROM orders o
  LEFT JOIN spans s
    ON s.product_id = o.product_id
    AND s.currency = o.currency
    AND s.from_at <= o.event_at
    AND (s.to_at IS NULL OR s.to_at > o.event_at)
  WHERE o.amount > 1000000 OR (s.price > 0 AND o.amount > s.price * CAST(o.quantity * 20 AS DECIMAL(14, 0)))
  UNION ALL
  SELECT 'currency-mix', m.product_id
  FROM (
    SELECT product_id FROM orders GROUP BY product_id HAVING COUNT(DISTINCT currency) > 1
  ) m
  UNION ALL
  SELECT 'refund-without-order', r.id
  FROM refunds r
  LEFT JOIN tracked_orders o ON o.id = r.order_id
  WHERE o.id IS NULL
  UNION ALL
  SELECT 'refund-in-other-currency', r.id
  FROM refunds r
  JOIN tracked_orders o ON o.id = r.order_id
  WHERE o.currency <> r.currency
  UNION ALL
  SELECT 'refund-before-order', r.id
  FROM refunds r
  JOIN tracked_orders o ON o.id = r.order_id
  WHERE r.event_at < o.event_at
  UNION ALL
  SELECT 'refund-above-order', r.order_id
  FROM refunded r
  JOIN tracked_orders o ON o.id = r.order_id AND o.currency = r.currency
  WHERE r.amount > o.amount
  UNION ALL
  SELECT 'event-from-the-future', CONCAT(a.type, '/', a.id)
  FROM arrival_times a
  WHERE a.event_at > a.received_at + INTERVAL '1' HOUR
  UNION ALL
  SELECT 'purchase-without-amount', a.id
  FROM other_actions a
  WHERE a.action_name = 'purchase'
  UNION ALL
  SELECT 'unknown-action', a.action_name
  FROM other_actions a
  WHERE a.action_name <> 'purchase'
),
counted AS (
  SELECT rule, COUNT(*) AS facts FROM broken GROUP BY rule
),
placed AS (
  SELECT
    rule, example, ROW_NUMBER() OVER (PARTITION BY rule ORDER BY example) AS place
  FROM (SELECT DISTINCT rule, example FROM broken) distinct_examples
)
SELECT c.rule, c.facts, p.example
FROM counted c
JOIN placed p ON p.rule = c.rule AND p.place <= 3
ORDER BY c.rule, p.example
