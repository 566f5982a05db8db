-- How often each query was searched.
-- View: searched_days.
SELECT keyword, CAST(SUM(searches) AS BIGINT) AS searches
FROM searched_days
GROUP BY keyword
ORDER BY keyword
