-- Distinct (user, local day) pairs with an attributed order, by keyword, category and brand, and
-- their revenue in the one currency; null without any.
-- Views: attributed_lines, money, window_days.
WITH visits AS (
  SELECT
    o.keyword, o.category_id, o.brand_id, o.user_id, o.local_day,
    SUM(CASE WHEN o.currency = m.currency THEN o.net END) AS gmv
  FROM attributed_lines o
  CROSS JOIN money m
  GROUP BY o.keyword, o.category_id, o.brand_id, o.user_id, o.local_day
)
SELECT
  v.keyword, v.category_id, v.brand_id, COUNT(*) AS orders,
  COUNT(CASE WHEN v.local_day < w.middle_day THEN 1 END) AS orders_before,
  CAST(SUM(v.gmv) AS DECIMAL(38, 4)) AS gmv
FROM visits v
CROSS JOIN window_days w
GROUP BY v.keyword, v.category_id, v.brand_id
ORDER BY v.keyword, v.category_id, v.brand_id
