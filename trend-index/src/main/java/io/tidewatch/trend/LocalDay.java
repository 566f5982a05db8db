package io.tidewatch.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One local day as microseconds since 1970, [start, end).
 *
 * @param date the day in its zone
 */
public record LocalDay(LocalDate date, long start, long end) {

  /** The day that holds a time. */
  public static LocalDay of(long micros, ZoneId zone) {
    LocalDate date =
        Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L)).atZone(zone).toLocalDate();
    return of(date, zone);
  }

  public static LocalDay of(LocalDate date, ZoneId zone) {
    return new LocalDay(
        date,
        date.atStartOfDay(zone).toEpochSecond() * 1_000_000L,
        date.plusDays(1).atStartOfDay(zone).toEpochSecond() * 1_000_000L);
  }
}
