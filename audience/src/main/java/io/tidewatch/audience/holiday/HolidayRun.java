package io.tidewatch.audience.holiday;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a holiday was on in one year.
 *
 * @param id the holiday's identifier, the same every year
 * @param names how it is called; a searched word that holds one of them belongs to it
 * @param start first moment of its first phase
 * @param end first moment after it
 */
public record HolidayRun(String id, List<String> names, Instant start, Instant end) {
  public HolidayRun {
    names = List.copyOf(names);
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "holiday: a start before its end is required, got " + start + " and " + end);
    }
  }

  /** How long it was. */
  public Duration length() {
    return Duration.between(start, end);
  }
}
