package io.tidewatch.model.record;

/** What became of a well-formed record. */
public enum WriteOutcome {
  /** It was new, or a correction of what was stored. */
  ACCEPTED,
  /** The store already holds this record, or a newer version of it. */
  DUPLICATE,
  /** Its day is sealed: the store dropped what was that old and changes nothing there any more. */
  SEALED
}
