-- Buyers of a keyword by category, and the order values in the one currency: as they are, and
-- winsorised at the category's 99 % quantile (nearest rank), with the sum of their squares.
-- Views: attributed_lines, money, window_days.
WITH valued AS (
  SELECT
    o.keyword, o.category_id, o.user_id, o.local_day,
    CASE WHEN o.currency = m.currency THEN o.net END AS net
  FROM attributed_lines o
  CROSS JOIN money m
),
ranked AS (
  SELECT
    category_id, net, ROW_NUMBER() OVER (PARTITION BY category_id ORDER BY net) AS place,
    COUNT(*) OVER (PARTITION BY category_id) AS orders
  FROM valued
  WHERE net IS NOT NULL
),
caps AS (
  SELECT category_id, net AS cap
  FROM ranked
  WHERE place * 100 >= orders * 99 AND (place - 1) * 100 < orders * 99
),
capped AS (
  SELECT
    v.keyword, v.category_id, v.user_id, v.local_day, v.net,
    CAST(CASE WHEN v.net > c.cap THEN c.cap ELSE v.net END AS DECIMAL(18, 2)) AS winsorised
  FROM valued v
  LEFT JOIN caps c ON c.category_id = v.category_id
),
of_buyer AS (
  SELECT
    c.keyword, c.category_id, c.user_id, MIN(c.local_day) AS earliest, MAX(c.local_day) AS latest,
    SUM(c.net) AS gmv, SUM(CASE WHEN c.net IS NULL THEN 1 ELSE 0 END) AS others,
    SUM(CASE WHEN c.local_day < w.middle_day THEN c.winsorised END) AS value_before,
    SUM(CASE WHEN c.local_day >= w.middle_day THEN c.winsorised END) AS value_after,
    SUM(CASE WHEN c.local_day < w.middle_day THEN c.winsorised * c.winsorised END)
      AS squares_before,
    SUM(CASE WHEN c.local_day >= w.middle_day THEN c.winsorised * c.winsorised END)
      AS squares_after
  FROM capped c
  CROSS JOIN window_days w
  GROUP BY c.keyword, c.category_id, c.user_id
)
SELECT
  b.keyword, b.category_id, COUNT(*) AS buyers,
  COUNT(CASE WHEN b.earliest < w.middle_day THEN 1 END) AS buyers_before,
  COUNT(CASE WHEN b.latest >= w.middle_day THEN 1 END) AS buyers_after,
  CAST(SUM(b.others) AS BIGINT) AS others,
  CAST(COALESCE(SUM(b.gmv), 0) AS DECIMAL(38, 4)) AS gmv,
  CAST(COALESCE(SUM(b.value_before), 0) AS DECIMAL(38, 2)) AS value_before,
  CAST(COALESCE(SUM(b.value_after), 0) AS DECIMAL(38, 2)) AS value_after,
  CAST(COALESCE(SUM(b.squares_before), 0) AS DECIMAL(38, 4)) AS squares_before,
  CAST(COALESCE(SUM(b.squares_after), 0) AS DECIMAL(38, 4)) AS squares_after
FROM of_buyer b
CROSS JOIN window_days w
GROUP BY b.keyword, b.category_id
ORDER BY b.keyword, b.category_id
