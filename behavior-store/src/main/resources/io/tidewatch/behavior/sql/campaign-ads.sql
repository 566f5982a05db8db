-- Who saw or clicked an advertisement of some campaigns, and what that cost.
-- Views: campaign_ads (window): action, id, event_at, user_id, campaign_id, cost, currency;
-- focal_campaigns: campaign_id.
SELECT a.user_id, a.event_at, a.action, a.id, a.campaign_id, a.cost, a.currency
FROM campaign_ads a
JOIN focal_campaigns f ON f.campaign_id = a.campaign_id
ORDER BY a.user_id, a.event_at, a.action, a.id
