package io.tidewatch.model.trend;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Asks what has been moving up for weeks rather than today: keys at a new level, and keys that climb.
 *
 * @param days whole local days before asOf that are read, 28 to 366
 * @param asOf its local day is the first that is not read; null means just after the newest event
 * @param top 1 to 1000 rows
 */
public record MoverQuery(
    KeyKind kind, int days, @Nullable Instant asOf, int top, ZoneId zone, Counting counting) {

  public MoverQuery {
    if (days < 28 || days > 366) {
      throw new IllegalArgumentException("days: 28 to 366 is required, got " + days);
    }
    if (top < 1 || top > 1000) {
      throw new IllegalArgumentException("top: 1 to 1000 is required, got " + top);
    }
  }
}
