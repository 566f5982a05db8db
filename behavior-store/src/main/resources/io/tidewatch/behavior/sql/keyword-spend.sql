-- Advertisements by the keyword they name; SUM over no costs is null.
-- View: ad_events (window): action, keyword, brand_id, cost, currency.
SELECT
  keyword, brand_id, currency,
  CAST(SUM(CASE WHEN action = 'ad_exposure' THEN 1 ELSE 0 END) AS BIGINT) AS exposures,
  CAST(SUM(CASE WHEN action = 'ad_click' THEN 1 ELSE 0 END) AS BIGINT) AS clicks,
  SUM(cost) AS cost
FROM ad_events
WHERE keyword IS NOT NULL AND brand_id IS NOT NULL
GROUP BY keyword, brand_id, currency
ORDER BY keyword, brand_id, currency NULLS LAST
