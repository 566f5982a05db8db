-- What was told of users.
-- View: users (window).
SELECT id AS user_id, event_at, attributes, attribute_source
FROM users
ORDER BY id, event_at
