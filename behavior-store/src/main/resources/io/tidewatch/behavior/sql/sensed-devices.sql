-- Which devices the sensors of each store saw. Views: sensings (window).
SELECT store_id, device
FROM sensings
GROUP BY store_id, device
ORDER BY store_id, device
