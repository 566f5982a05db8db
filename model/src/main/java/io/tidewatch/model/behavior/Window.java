package io.tidewatch.model.behavior;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time range [from, to) in event time, with the zone of its local days. */
public record Window(Instant from, Instant to, ZoneId zone) {

  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "window: from before to is required, got " + from + " and " + to);
    }
  }

  /** The {@code days} days before {@code to}. */
  public static Window before(Instant to, int days, ZoneId zone) {
    return new Window(to.minus(Duration.ofDays(days)), to, zone);
  }
}
