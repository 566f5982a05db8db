-- The revision lets one write; people stand here as keyed hashes alone, and no number is used twice.
CREATE TABLE group_revision (
  place        INTEGER NOT NULL PRIMARY KEY,
  newest_id    BIGINT NOT NULL,
  next_number  INTEGER NOT NULL
);
INSERT INTO group_revision (place, newest_id, next_number) VALUES (1, 0, 0);

CREATE TABLE group_member (
  member_key  BIGINT NOT NULL PRIMARY KEY,
  number      INTEGER NOT NULL
);

CREATE TABLE answered_group (
  id           BIGINT NOT NULL PRIMARY KEY,
  answered_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  as_of        TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- A set of many millions does not fit into one value.
CREATE TABLE answered_group_part (
  group_id  BIGINT NOT NULL REFERENCES answered_group (id),
  part      INTEGER NOT NULL,
  members   BYTEA NOT NULL,
  PRIMARY KEY (group_id, part)
);

CREATE TABLE saved_segment (
  name      VARCHAR NOT NULL PRIMARY KEY,
  query     VARCHAR NOT NULL,
  saved_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
