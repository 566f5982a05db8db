-- Orders of products that the catalogue does not hold.
-- Views: orders (window); products.
SELECT o.product_id, COUNT(*) AS orders
FROM orders o
LEFT JOIN products p ON p.product_id = o.product_id
WHERE p.product_id IS NULL
GROUP BY o.product_id
ORDER BY o.product_id
