-- Searches that showed a product of a focal brand.
-- Views: searches, search_results (window); focal_brands; products.
SELECT s.user_id, s.event_at, p.brand_id
FROM searches s
JOIN search_results r ON r.search_id = s.id
JOIN products p ON p.product_id = r.product_id
JOIN focal_brands b ON b.brand_id = p.brand_id
GROUP BY s.user_id, s.event_at, s.id, p.brand_id
ORDER BY s.user_id, s.event_at, s.id, p.brand_id
