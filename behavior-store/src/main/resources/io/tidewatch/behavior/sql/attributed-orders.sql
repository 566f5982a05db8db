-- Paid order lines with the keyword that led to them; the first rule that fits decides.
-- View: attributed_lines.
SELECT
  order_id, user_id, local_day, keyword, product_id, brand_id, category_id, net, currency, rule
FROM attributed_lines
ORDER BY order_id
