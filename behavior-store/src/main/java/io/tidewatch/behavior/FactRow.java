package io.tidewatch.behavior;

import io.tidewatch.model.record.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * One version of one fact as a row. Times are microseconds since 1970 (UTC).
 *
 * @param eventMicros event time; for a tombstone that of the fact it deletes, when known
 * @param versionMicros orders the versions of one key; ties go to the later arrival
 * @param deleted the row is a tombstone
 * @param contentHash of the record; for a tombstone of the record it deletes, when known
 * @param values by column, values of the column's kind; a missing column is null
 */
public record FactRow(
    FactType type,
    String id,
    long eventMicros,
    long versionMicros,
    boolean deleted,
    long contentHash,
    Envelope envelope,
    Map<FactColumn, Object> values) {

  private static final long DAY_MICROS = 86_400_000_000L;

  /** Microseconds since 1970, rounded down. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
  }

  /** The UTC day of the event, by which files are partitioned. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(Math.floorDiv(eventMicros, DAY_MICROS));
  }

  /** 64-bit hash of the id, the same in every run. */
  public long keyHash() {
    return keyHash(id);
  }

  /** 64-bit hash of an id (FNV-1a over UTF-16 units with a final mix), the same in every run. */
  public static long keyHash(String id) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }

  /** The same row with another version. */
  public FactRow as(long newVersionMicros) {
    return new FactRow(
        type, id, eventMicros, newVersionMicros, deleted, contentHash, envelope, values);
  }

  /** The tombstone of a key whose last version was {@code content} at {@code eventMicros}. */
  public FactRow over(long storedEventMicros, long content) {
    return new FactRow(
        type, id, storedEventMicros, versionMicros, deleted, content, envelope, values);
  }
}
