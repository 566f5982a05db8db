-- Users who looked a brand or one of its products up.
-- Views: interactions (window); products.
SELECT DISTINCT i.user_id, COALESCE(i.brand_id, p.brand_id) AS brand_id
FROM interactions i
LEFT JOIN products p ON p.product_id = i.product_id
WHERE i.action IN ('click', 'view', 'favorite', 'cart', 'follow', 'ad_click')
  AND COALESCE(i.brand_id, p.brand_id) IS NOT NULL
