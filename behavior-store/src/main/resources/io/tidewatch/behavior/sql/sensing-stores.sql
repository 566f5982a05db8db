-- Stores whose sensors saw a device. Views: sensings (window).
SELECT store_id
FROM sensings
GROUP BY store_id
ORDER BY store_id
