-- Which identifiers behaviour names, and in how many records. Views: named_identifiers (window).
SELECT kind, source, identifier, COUNT(*) AS records
FROM named_identifiers
WHERE identifier IS NOT NULL
GROUP BY kind, source, identifier
ORDER BY kind, source NULLS LAST, identifier
