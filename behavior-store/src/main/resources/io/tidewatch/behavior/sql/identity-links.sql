-- Links between identifiers. Views: person_links (all before the window's end).
SELECT
  id, from_kind, from_value, to_kind, to_value, evidence, confidence, source, event_at
FROM person_links
ORDER BY event_at, id
