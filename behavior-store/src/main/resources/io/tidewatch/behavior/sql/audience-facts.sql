-- What each user did, one row an event; an order with what was paid back until the window's end.
-- Views: searches, search_results, interactions, orders, refunds (window); products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount, MAX(event_at) AS refunded_at
  FROM refunds
  GROUP BY order_id, currency
),
votes AS (
  SELECT r.search_id, p.category_id, COUNT(*) AS results
  FROM search_results r
  JOIN products p ON p.product_id = r.product_id
  GROUP BY r.search_id, p.category_id
),
ranked_votes AS (
  SELECT
    search_id, category_id,
    ROW_NUMBER() OVER (PARTITION BY search_id ORDER BY results DESC, category_id) AS place
  FROM votes
),
events AS (
  SELECT
    s.user_id, s.event_at, 'search' AS action, s.id, CAST(NULL AS STRING) AS product_id,
    CAST(NULL AS STRING) AS brand_id, v.category_id, s.keyword, CAST(NULL AS STRING) AS channel,
    CAST(NULL AS BIGINT) AS stars, CAST(NULL AS BIGINT) AS quantity,
    CAST(NULL AS DECIMAL(18, 4)) AS amount, CAST(NULL AS STRING) AS currency,
    CAST(NULL AS DECIMAL(38, 4)) AS refunded, CAST(NULL AS TIMESTAMP) AS refunded_at
  FROM searches s
  LEFT JOIN ranked_votes v ON v.search_id = s.id AND v.place = 1
  UNION ALL
  SELECT
    i.user_id, i.event_at, i.action, i.id, i.product_id,
    COALESCE(i.brand_id, p.brand_id) AS brand_id, p.category_id, CAST(NULL AS STRING) AS keyword,
    i.channel, i.stars, CAST(NULL AS BIGINT) AS quantity, CAST(NULL AS DECIMAL(18, 4)) AS amount,
    CAST(NULL AS STRING) AS currency, CAST(NULL AS DECIMAL(38, 4)) AS refunded,
    CAST(NULL AS TIMESTAMP) AS refunded_at
  FROM interactions i
  LEFT JOIN products p ON p.product_id = i.product_id
  UNION ALL
  SELECT
    o.user_id, o.event_at, 'order' AS action, o.id, o.product_id, p.brand_id, p.category_id,
    CAST(NULL AS STRING) AS keyword, CAST(NULL AS STRING) AS channel,
    CAST(NULL AS BIGINT) AS stars, o.quantity, o.amount, o.currency,
    CAST(COALESCE(r.amount, 0) AS DECIMAL(38, 4)) AS refunded, r.refunded_at
  FROM orders o
  LEFT JOIN products p ON p.product_id = o.product_id
  LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
)
SELECT
  user_id, event_at, action, product_id, brand_id, category_id, keyword, channel, stars, quantity,
  amount, currency, refunded, refunded_at
FROM events
ORDER BY user_id, event_at, action, id
