-- What was known of each product and from when to when; the newest version has no end.
-- Views: product_versions (all before the window's end); window_bounds.
WITH spans AS (
  SELECT
    product_id, name, brand_id, category_id, price, currency, margin, stock, event_at AS from_at,
    LEAD(event_at) OVER (PARTITION BY product_id ORDER BY event_at, id) AS to_at
  FROM product_versions
)
SELECT
  s.product_id, s.name, s.brand_id, s.category_id, s.price, s.currency, s.margin, s.stock,
  s.from_at, s.to_at
FROM spans s
CROSS JOIN window_bounds w
WHERE s.to_at IS NULL OR s.to_at > w.from_at
ORDER BY s.product_id, s.from_at
