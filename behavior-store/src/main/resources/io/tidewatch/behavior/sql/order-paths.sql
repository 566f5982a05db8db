-- Keywords that buyers of a brand searched in the seven days before an order of it, of users with at
-- most fifty keywords: the 200 with the most buyers of each brand, and the brand's buyers with any.
-- Views: searched_days, orders, refunds (window); heads, products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
),
bought AS (
  SELECT DISTINCT o.user_id, p.brand_id, o.local_day
  FROM orders o
  JOIN products p ON p.product_id = o.product_id
  LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
  WHERE o.amount - COALESCE(r.amount, 0) > 0
),
buyers AS (
  SELECT DISTINCT user_id FROM bought
),
words AS (
  SELECT DISTINCT COALESCE(h.head, s.keyword) AS keyword, s.user_id, s.local_day
  FROM searched_days s
  JOIN buyers b ON b.user_id = s.user_id
  LEFT JOIN heads h ON h.keyword = s.keyword
),
users AS (
  SELECT user_id FROM words GROUP BY user_id HAVING COUNT(DISTINCT keyword) <= 50
),
seen AS (
  SELECT DISTINCT b.brand_id, b.user_id, w.keyword
  FROM bought b
  JOIN users u ON u.user_id = b.user_id
  JOIN words w ON w.user_id = b.user_id
  WHERE w.local_day <= b.local_day AND w.local_day >= b.local_day - INTERVAL '7' DAY
),
brand_buyers AS (
  SELECT brand_id, COUNT(DISTINCT user_id) AS buyers FROM seen GROUP BY brand_id
),
counted AS (
  SELECT brand_id, keyword, COUNT(*) AS buyers FROM seen GROUP BY brand_id, keyword
),
ranked AS (
  SELECT
    brand_id, keyword, buyers,
    ROW_NUMBER() OVER (PARTITION BY brand_id ORDER BY buyers DESC, keyword) AS place
  FROM counted
)
SELECT r.brand_id, r.keyword, r.buyers, b.buyers AS brand_buyers
FROM ranked r
JOIN brand_buyers b ON b.brand_id = r.brand_id
WHERE r.place <= 200
ORDER BY r.brand_id, r.keyword
