package io.tidewatch.behavior;

import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The local days of a window in SQL that every engine speaks; facts carry times in UTC. */
final class LocalDays {
  /** No fact is older. */
  static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Window window;

  LocalDays(Window window) {
    this.window = window;
  }

  /** A query of the window's bounds: from_at, to_at. */
  String bounds() {
    return "SELECT " + WindowViews.timestamp(bounded(window.from())) + " AS from_at, "
        + WindowViews.timestamp(bounded(window.to())) + " AS to_at";
  }

  /** A query of the first local day of the window and of its second half: first_day, middle_day. */
  String halves() {
    LocalDate first = LocalDate.ofInstant(window.from(), window.zone());
    LocalDate last = LocalDate.ofInstant(window.to().minusNanos(1), window.zone());
    LocalDate middle = first.plusDays((ChronoUnit.DAYS.between(first, last) + 1) / 2);
    return "SELECT DATE '" + first + "' AS first_day, DATE '" + middle + "' AS middle_day";
  }

  /** The local day of {@code event_at}, right from {@code reach} before the window to its end. */
  String expression(Duration reach) {
    ZoneRules rules = window.zone().getRules();
    Instant from = bounded(window.from().minus(reach));
    var shift = new StringBuilder();
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(bounded(window.to()))) {
      shift
          .append(" WHEN event_at < ")
          .append(WindowViews.timestamp(next.getInstant()))
          .append(" THEN ")
          .append(seconds(next.getOffsetBefore()));
      from = next.getInstant();
      next = rules.nextTransition(from);
    }
    String last = seconds(rules.getOffset(from));
    return "CAST(event_at + "
        + (shift.isEmpty() ? last : "CASE" + shift + " ELSE " + last + " END")
        + " AS DATE)";
  }

  private static String seconds(ZoneOffset offset) {
    return "INTERVAL '" + offset.getTotalSeconds() + "' SECOND";
  }

  /** The nearest moment that facts may have. */
  static Instant bounded(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return instant.isAfter(LATEST) ? LATEST : instant;
  }
}
