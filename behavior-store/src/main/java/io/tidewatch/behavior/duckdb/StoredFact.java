package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactRow;
import io.tidewatch.behavior.FactType;

/** What is known of the newest stored version of a key. Times are microseconds since 1970. */
record StoredFact(
    long versionMicros, long arrival, long contentHash, boolean deleted, long eventMicros) {

  /** A key: the id within its type. */
  record Key(FactType type, String id) {
    static Key of(FactRow row) {
      return new Key(row.type(), row.id());
    }
  }

  static StoredFact of(FactRow row, long arrival) {
    return new StoredFact(
        row.versionMicros(), arrival, row.contentHash(), row.deleted(), row.eventMicros());
  }

  boolean isNewerThan(StoredFact other) {
    return versionMicros != other.versionMicros
        ? versionMicros > other.versionMicros
        : arrival > other.arrival;
  }
}
