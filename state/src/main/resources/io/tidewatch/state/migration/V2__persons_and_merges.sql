-- Identifiers stand here as keyed hashes alone.
CREATE TABLE identity_revision (
  place     INTEGER NOT NULL PRIMARY KEY,
  revision  BIGINT NOT NULL
);
INSERT INTO identity_revision (place, revision) VALUES (1, 0);

CREATE TABLE person (
  id          VARCHAR NOT NULL PRIMARY KEY,
  founder     VARCHAR NOT NULL,
  founded_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX person_founder ON person (founder);

CREATE TABLE identity_tie (
  identifier_key  VARCHAR NOT NULL PRIMARY KEY,
  person_id       VARCHAR NOT NULL
);
CREATE INDEX identity_tie_person ON identity_tie (person_id);

-- Rows are only ever added.
CREATE TABLE identity_ledger (
  id           BIGINT NOT NULL PRIMARY KEY,
  made_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  deed         VARCHAR NOT NULL,
  person_id    VARCHAR NOT NULL,
  alias_id     VARCHAR,
  undoes       BIGINT,
  identifiers  BIGINT NOT NULL
);

-- What a merge moved, so that it can be moved back.
CREATE TABLE merged_identifier (
  entry_id        BIGINT NOT NULL REFERENCES identity_ledger (id),
  identifier_key  VARCHAR NOT NULL,
  PRIMARY KEY (entry_id, identifier_key)
);
CREATE INDEX merged_identifier_key ON merged_identifier (identifier_key);
