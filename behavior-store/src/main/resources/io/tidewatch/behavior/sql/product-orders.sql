-- Attributed orders of a product: distinct (user, local day) pairs, revenue in the one currency and
-- orders in others.
-- Views: attributed_lines, money.
WITH visits AS (
  SELECT
    o.product_id, o.brand_id, o.category_id, o.user_id, o.local_day,
    SUM(CASE WHEN o.currency = m.currency THEN o.net ELSE 0 END) AS gmv,
    SUM(CASE WHEN o.currency = m.currency THEN 0 ELSE 1 END) AS others
  FROM attributed_lines o
  CROSS JOIN money m
  GROUP BY o.product_id, o.brand_id, o.category_id, o.user_id, o.local_day
)
SELECT
  product_id, brand_id, category_id, COUNT(*) AS orders, CAST(SUM(gmv) AS DECIMAL(38, 4)) AS gmv,
  CAST(SUM(others) AS BIGINT) AS others
FROM visits
GROUP BY product_id, brand_id, category_id
ORDER BY product_id, brand_id, category_id
