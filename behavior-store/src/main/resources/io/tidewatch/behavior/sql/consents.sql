-- Decisions of users about purposes. Views: person_consents (all before the window's end).
SELECT id, user_id, purpose, granted, source, event_at
FROM person_consents
ORDER BY user_id, purpose, event_at, id
