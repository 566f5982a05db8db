-- How often a user did something with one product, brand or keyword on one local day.
-- Views: searches, search_results, interactions, orders, refunds (window); products.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
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
    s.user_id, 'search' AS action, CAST(NULL AS STRING) AS product_id,
    CAST(NULL AS STRING) AS brand_id, v.category_id, s.keyword, s.local_day
  FROM searches s
  LEFT JOIN ranked_votes v ON v.search_id = s.id AND v.place = 1
  UNION ALL
  SELECT
    i.user_id, i.action, i.product_id, COALESCE(i.brand_id, p.brand_id) AS brand_id,
    p.category_id, CAST(NULL AS STRING) AS keyword, i.local_day
  FROM interactions i
  LEFT JOIN products p ON p.product_id = i.product_id
  UNION ALL
  SELECT
    o.user_id, 'order' AS action, o.product_id, p.brand_id, p.category_id,
    CAST(NULL AS STRING) AS keyword, o.local_day
  FROM orders o
  LEFT JOIN products p ON p.product_id = o.product_id
  LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
  WHERE o.amount - COALESCE(r.amount, 0) > 0
)
SELECT
  user_id, action, product_id, brand_id, category_id, keyword, local_day, COUNT(*) AS events
FROM events
GROUP BY user_id, action, product_id, brand_id, category_id, keyword, local_day
ORDER BY
  user_id, local_day, action, product_id NULLS LAST, brand_id NULLS LAST,
  category_id NULLS LAST, keyword NULLS LAST
