-- Who searched what on which local day, and how often.
-- View: searches (window).
SELECT local_day, keyword, user_id, CAST(COUNT(*) AS INTEGER) AS searches
FROM searches
WHERE keyword IS NOT NULL
GROUP BY local_day, keyword, user_id
