package io.tidewatch.model.trend;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Asks for documents of one local day that say nearly the same.
 *
 * @param minimum documents in a group, at least 2
 * @param top groups at most, 1 to 1000
 */
public record GroupQuery(LocalDate day, ZoneId zone, int minimum, int top) {

  public GroupQuery {
    if (minimum < 2) {
      throw new IllegalArgumentException("minimum: at least 2 is required, got " + minimum);
    }
    if (top < 1 || top > 1000) {
      throw new IllegalArgumentException("top: 1 to 1000 is required, got " + top);
    }
  }
}
