-- Read by H2 and by PostgreSQL. Lists are lines of one text.
CREATE TABLE saved_rule (
  id            VARCHAR NOT NULL PRIMARY KEY,
  name          VARCHAR NOT NULL,
  detector      VARCHAR NOT NULL,
  kind          VARCHAR,
  keys          VARCHAR,
  query         VARCHAR,
  threshold     DOUBLE PRECISION NOT NULL,
  at_least      INTEGER,
  window_hours  INTEGER NOT NULL,
  every_hours   INTEGER NOT NULL,
  webhook       VARCHAR NOT NULL,
  muted_until   TIMESTAMP(6) WITH TIME ZONE,
  created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  evaluated_to  TIMESTAMP(6) WITH TIME ZONE,
  evaluated_at  TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE episode (
  rule_id     VARCHAR NOT NULL REFERENCES saved_rule (id) ON DELETE CASCADE,
  rising_key  VARCHAR NOT NULL,
  opened      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_fired  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (rule_id, rising_key)
);

-- No reference to the rule: the log outlives it.
CREATE TABLE alert (
  id            VARCHAR NOT NULL PRIMARY KEY,
  rule_id       VARCHAR NOT NULL,
  rule_name     VARCHAR NOT NULL,
  webhook       VARCHAR NOT NULL,
  as_of         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  state         VARCHAR NOT NULL,
  attempts      INTEGER NOT NULL,
  next_attempt  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  delivered_at  TIMESTAMP(6) WITH TIME ZONE,
  last_error    VARCHAR
);
CREATE INDEX alert_waiting ON alert (state, next_attempt);
CREATE INDEX alert_of_rule ON alert (rule_id, as_of);

CREATE TABLE firing (
  alert_id    VARCHAR NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  place       INTEGER NOT NULL,
  rising_key  VARCHAR NOT NULL,
  name        VARCHAR NOT NULL,
  measured    DOUBLE PRECISION NOT NULL,
  units       BIGINT NOT NULL,
  expected    DOUBLE PRECISION,
  evidence    VARCHAR NOT NULL,
  PRIMARY KEY (alert_id, place)
);
