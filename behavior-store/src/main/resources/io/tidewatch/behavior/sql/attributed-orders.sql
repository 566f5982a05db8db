-- Paid order lines with the keyword that led to them; the first rule that fits decides.
-- Views: orders, refunds (window); tracked_searches, tracked_clicks, tracked_results (window and
-- the time before it); products; zone_offsets.
WITH refunded AS (
  SELECT order_id, currency, SUM(amount) AS amount
  FROM refunds
  GROUP BY order_id, currency
),
paid AS (
  SELECT
    o.id AS order_id, o.user_id, o.event_at, o.product_id, p.brand_id, p.category_id, o.query_id,
    o.currency, o.amount - COALESCE(r.amount, 0) AS net
  FROM orders o
  JOIN products p ON p.product_id = o.product_id
  LEFT JOIN refunded r ON r.order_id = o.id AND r.currency = o.currency
  WHERE o.amount - COALESCE(r.amount, 0) > 0
),
query_id_matches AS (
  SELECT
    o.order_id, s.keyword,
    ROW_NUMBER() OVER (PARTITION BY o.order_id ORDER BY s.event_at DESC, s.id DESC) AS place
  FROM paid o
  JOIN tracked_searches s ON s.query_id = o.query_id
  WHERE s.event_at <= o.event_at AND s.keyword IS NOT NULL
),
by_query_id AS (
  SELECT order_id, keyword FROM query_id_matches WHERE place = 1
),
nearby AS (
  SELECT o.order_id, o.category_id, s.id AS search_id, s.query_id, s.keyword, s.event_at
  FROM paid o
  LEFT JOIN by_query_id q ON q.order_id = o.order_id
  JOIN tracked_searches s ON s.user_id = o.user_id
  WHERE q.order_id IS NULL
    AND s.keyword IS NOT NULL
    AND s.event_at <= o.event_at
    AND s.event_at >= o.event_at - INTERVAL '24' HOUR
),
nearby_searches AS (
  SELECT DISTINCT search_id, query_id FROM nearby
),
search_categories AS (
  SELECT n.search_id, p.category_id
  FROM nearby_searches n
  JOIN tracked_results r ON r.search_id = n.search_id
  JOIN products p ON p.product_id = r.product_id
  UNION
  SELECT n.search_id, p.category_id
  FROM nearby_searches n
  JOIN tracked_clicks c ON c.query_id = n.query_id
  JOIN products p ON p.product_id = c.product_id
),
last_search_matches AS (
  SELECT
    n.order_id, n.keyword,
    ROW_NUMBER() OVER (
      PARTITION BY n.order_id ORDER BY n.event_at DESC, n.search_id DESC) AS place
  FROM nearby n
  JOIN search_categories c ON c.search_id = n.search_id AND c.category_id = n.category_id
),
by_last_search AS (
  SELECT order_id, keyword FROM last_search_matches WHERE place = 1
),
query_keywords AS (
  SELECT query_id, MIN(keyword) AS keyword
  FROM tracked_searches
  WHERE query_id IS NOT NULL AND keyword IS NOT NULL
  GROUP BY query_id
),
guided AS (
  SELECT k.keyword, p.category_id
  FROM tracked_clicks c
  JOIN query_keywords k ON k.query_id = c.query_id
  JOIN products p ON p.product_id = c.product_id
  UNION ALL
  SELECT q.keyword, o.category_id FROM by_query_id q JOIN paid o ON o.order_id = q.order_id
  UNION ALL
  SELECT l.keyword, o.category_id FROM by_last_search l JOIN paid o ON o.order_id = l.order_id
),
guided_by_category AS (
  SELECT keyword, category_id, COUNT(*) AS events FROM guided GROUP BY keyword, category_id
),
guided_by_keyword AS (
  SELECT keyword, COUNT(*) AS events FROM guided GROUP BY keyword
),
query_category_matches AS (
  SELECT
    n.order_id, n.keyword,
    ROW_NUMBER() OVER (
      PARTITION BY n.order_id ORDER BY n.event_at DESC, n.search_id DESC) AS place
  FROM nearby n
  LEFT JOIN by_last_search l ON l.order_id = n.order_id
  JOIN guided_by_category c ON c.keyword = n.keyword AND c.category_id = n.category_id
  JOIN guided_by_keyword k ON k.keyword = n.keyword
  WHERE l.order_id IS NULL AND c.events * 5 >= k.events
),
attributed AS (
  SELECT order_id, keyword, 'query-id' AS rule FROM by_query_id
  UNION ALL
  SELECT order_id, keyword, 'last-search' AS rule FROM by_last_search
  UNION ALL
  SELECT order_id, keyword, 'query-category' AS rule
  FROM query_category_matches
  WHERE place = 1
)
SELECT
  o.order_id, o.user_id, CAST(o.event_at + z.shift AS DATE) AS local_day, a.keyword, o.product_id,
  o.brand_id, o.category_id, o.net, o.currency, a.rule
FROM attributed a
JOIN paid o ON o.order_id = a.order_id
JOIN zone_offsets z ON o.event_at >= z.from_at AND o.event_at < z.to_at
ORDER BY o.order_id
