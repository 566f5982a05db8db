-- Paid order lines with the keyword that led to them; the first rule that fits decides.
-- Views: order_lines, acted_days, heads, refunds (window); products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
),
paid AS (
  SELECT
    o.order_id, o.user_id, o.local_day, COALESCE(h.head, o.keyword) AS keyword, o.product_id,
    p.brand_id, p.category_id, o.amount - COALESCE(r.amount, 0) AS net, o.currency, o.rule,
    o.choice
  FROM order_lines o
  JOIN products p ON p.product_id = o.product_id
  LEFT JOIN heads h ON h.keyword = o.keyword
  LEFT JOIN refunded r ON r.order_id = o.order_id AND r.currency = o.currency
  WHERE o.amount - COALESCE(r.amount, 0) > 0
),
asking AS (
  SELECT DISTINCT keyword FROM paid WHERE choice > 0
),
guided AS (
  SELECT COALESCE(h.head, m.keyword) AS keyword, m.category_id, m.clicks AS events
  FROM acted_days m
  LEFT JOIN heads h ON h.keyword = m.keyword
  WHERE m.clicks > 0
  UNION ALL
  SELECT keyword, category_id, 1 AS events FROM paid WHERE choice = 0
),
guided_by_category AS (
  SELECT g.keyword, g.category_id, SUM(g.events) AS events
  FROM guided g
  JOIN asking a ON a.keyword = g.keyword
  GROUP BY g.keyword, g.category_id
),
guided_by_keyword AS (
  SELECT keyword, SUM(events) AS events FROM guided_by_category GROUP BY keyword
),
fitting AS (
  SELECT
    o.order_id, o.choice, ROW_NUMBER() OVER (PARTITION BY o.order_id ORDER BY o.choice) AS place
  FROM paid o
  JOIN guided_by_category c ON c.keyword = o.keyword AND c.category_id = o.category_id
  JOIN guided_by_keyword k ON k.keyword = o.keyword
  WHERE o.choice > 0 AND c.events * 5 >= k.events
)
SELECT
  o.order_id, o.user_id, o.local_day, o.keyword, o.product_id, o.brand_id, o.category_id, o.net,
  o.currency, o.rule
FROM paid o
LEFT JOIN fitting f ON f.order_id = o.order_id AND f.choice = o.choice AND f.place = 1
WHERE o.choice = 0 OR f.order_id IS NOT NULL
