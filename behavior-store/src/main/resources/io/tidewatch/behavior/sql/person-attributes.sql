-- Attributes of users as one JSON object each. Views: person_attributes (all before the window's end).
SELECT id AS user_id, attributes, attribute_source, event_at
FROM person_attributes
ORDER BY user_id
