-- Orders with the search that led to them; where only their category can tell, with each search of
-- the 24 hours before, the latest first (choice 1, 2, ...).
-- Views: orders (window); recent_clicks (the day before it too); tracked_searches (30 days before it
-- too); nearby_searches, nearby_results; products.
WITH query_id_matches AS (
  SELECT
    o.id AS order_id, s.keyword,
    ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY s.event_at DESC, s.id DESC) AS place
  FROM orders o
  JOIN tracked_searches s ON s.query_id = o.query_id
  WHERE s.keyword IS NOT NULL
    AND s.event_at <= o.event_at
    AND s.event_at >= o.event_at - INTERVAL '30' DAY
),
in_category AS (
  SELECT n.order_id, n.choice
  FROM nearby_searches n
  JOIN nearby_results r ON r.search_id = n.search_id
  JOIN products p ON p.product_id = r.product_id AND p.category_id = n.category_id
  UNION
  SELECT n.order_id, n.choice
  FROM nearby_searches n
  JOIN recent_clicks c ON c.query_id = n.query_id
  JOIN products p ON p.product_id = c.product_id AND p.category_id = n.category_id
  WHERE c.event_at <= n.ordered_at AND c.event_at >= n.ordered_at - INTERVAL '24' HOUR
),
last_searches AS (
  SELECT order_id, MIN(choice) AS choice FROM in_category GROUP BY order_id
),
led AS (
  SELECT order_id, keyword, 'query-id' AS rule, 0 AS choice FROM query_id_matches WHERE place = 1
  UNION ALL
  SELECT n.order_id, n.keyword, 'last-search' AS rule, 0 AS choice
  FROM nearby_searches n
  JOIN last_searches l ON l.order_id = n.order_id AND l.choice = n.choice
  UNION ALL
  SELECT n.order_id, n.keyword, 'query-category' AS rule, n.choice
  FROM nearby_searches n
  LEFT JOIN last_searches l ON l.order_id = n.order_id
  WHERE l.order_id IS NULL
)
SELECT
  o.local_day, o.id AS order_id, o.user_id, o.product_id, o.amount, o.currency, l.keyword, l.rule,
  CAST(l.choice AS BIGINT) AS choice
FROM led l
JOIN orders o ON o.id = l.order_id
