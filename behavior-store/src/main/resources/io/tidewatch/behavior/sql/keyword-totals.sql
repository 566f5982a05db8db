-- Imported daily totals, summed; SUM over no figures is null. Ids that begin with title: are counts of
-- the words of product titles.
-- View: keyword_stats (window).
SELECT
  keyword, category_id, brand_id, CAST(SUM(impressions) AS BIGINT) AS impressions, CAST(SUM(searchers) AS BIGINT) AS searchers,
  CAST(SUM(clicks) AS BIGINT) AS clicks, CAST(SUM(orders) AS BIGINT) AS orders, SUM(gmv) AS gmv, SUM(cost) AS cost, currency,
  CASE WHEN id LIKE 'title:%' THEN 1 ELSE 0 END AS titles
FROM keyword_stats
WHERE keyword IS NOT NULL
GROUP BY keyword, category_id, brand_id, currency, CASE WHEN id LIKE 'title:%' THEN 1 ELSE 0 END
ORDER BY keyword, category_id NULLS LAST, brand_id NULLS LAST, currency NULLS LAST,
  titles
