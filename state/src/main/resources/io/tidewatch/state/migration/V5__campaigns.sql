-- No identifier of a user stands here; members are in files of the data directory.
CREATE TABLE campaign (
  id             VARCHAR NOT NULL PRIMARY KEY,
  name           VARCHAR NOT NULL,
  brand_id       VARCHAR NOT NULL,
  purpose        VARCHAR NOT NULL,
  as_of          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  created_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  asked          VARCHAR NOT NULL,
  model_name     VARCHAR,
  channels       VARCHAR NOT NULL,
  hold_out       DOUBLE PRECISION NOT NULL,
  member_file    VARCHAR NOT NULL,
  member_sha256  VARCHAR NOT NULL,
  treated        INTEGER NOT NULL,
  held_out       INTEGER NOT NULL
);

CREATE TABLE campaign_upload (
  campaign_id  VARCHAR NOT NULL REFERENCES campaign (id),
  target       VARCHAR NOT NULL,
  batch_size   INTEGER NOT NULL,
  hashed       BOOLEAN NOT NULL,
  started_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (campaign_id, target)
);

CREATE TABLE upload_receipt (
  campaign_id    VARCHAR NOT NULL REFERENCES campaign (id),
  target         VARCHAR NOT NULL,
  batch          INTEGER NOT NULL,
  state          VARCHAR NOT NULL,
  batch_key      VARCHAR NOT NULL,
  sent_rows      INTEGER NOT NULL,
  peer_id        VARCHAR,
  accepted_rows  BIGINT,
  attempts       INTEGER NOT NULL,
  made_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  error          VARCHAR,
  PRIMARY KEY (campaign_id, target, batch)
);
