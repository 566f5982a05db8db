package io.tidewatch.model.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Up to where a source is closed for good: its documents of earlier days are dropped, and nothing of
 * these days is taken in any more. A seal never moves back.
 *
 * @param before the first local day that is still open
 * @param zone of the local days
 */
public record Seal(String source, LocalDate before, ZoneId zone) {

  /** Start of the first open day; what was published earlier is sealed. */
  public Instant at() {
    return before.atStartOfDay(zone).toInstant();
  }
}
