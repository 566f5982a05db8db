package io.tidewatch.model.behavior;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Local days over which keywords are counted; the last day may not be over.
 *
 * @param window begins with a local day
 * @param middle first local day of the second half
 * @param currency of the revenue that is summed; orders in others are counted apart
 */
public record KeywordWindow(Window window, LocalDate middle, String currency) {

  public KeywordWindow {
    LocalDate first = LocalDate.ofInstant(window.from(), window.zone());
    if (!first.atStartOfDay(window.zone()).toInstant().equals(window.from())) {
      throw new IllegalArgumentException(
          "window: the start of a local day is required, got " + window.from());
    }
  }

  /** The {@code days} local days of which the last one holds the moment before {@code to}. */
  public static KeywordWindow before(Instant to, int days, ZoneId zone, String currency) {
    LocalDate last = LocalDate.ofInstant(to.minusNanos(1), zone);
    LocalDate first = last.minusDays(days - 1L);
    return new KeywordWindow(
        new Window(first.atStartOfDay(zone).toInstant(), to, zone),
        first.plusDays(days / 2),
        currency);
  }

  /** First local day. */
  public LocalDate first() {
    return LocalDate.ofInstant(window.from(), window.zone());
  }

  /** Last local day. */
  public LocalDate last() {
    return LocalDate.ofInstant(window.to().minusNanos(1), window.zone());
  }
}
