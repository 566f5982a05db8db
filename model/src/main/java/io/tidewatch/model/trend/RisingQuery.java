package io.tidewatch.model.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is rising in [asOf - window, asOf).
 *
 * @param window whole hours, 1 hour to 28 days
 * @param asOf exclusive; null means just after the newest event in the store
 * @param top 1 to 1000 rows
 * @param pastDays days before the window that are compared with it, 1 to 3660; fewer when the store
 *     begins later
 * @param zone zone of local days, in which an author counts once
 */
public record RisingQuery(
    KeyKind kind,
    Duration window,
    @Nullable Instant asOf,
    int top,
    ZoneId zone,
    Counting counting,
    int pastDays) {

  /** Sixteen half-lives of the detector. */
  public static final int USUAL_PAST_DAYS = 112;

  /** The usual past. */
  public RisingQuery(
      KeyKind kind,
      Duration window,
      @Nullable Instant asOf,
      int top,
      ZoneId zone,
      Counting counting) {
    this(kind, window, asOf, top, zone, counting, USUAL_PAST_DAYS);
  }

  /** The usual counting and past. */
  public RisingQuery(KeyKind kind, Duration window, @Nullable Instant asOf, int top, ZoneId zone) {
    this(kind, window, asOf, top, zone, Counting.USUAL);
  }

  public RisingQuery {
    if (window.compareTo(Duration.ofHours(1)) < 0
        || window.compareTo(Duration.ofDays(28)) > 0
        || window.toSeconds() % 3600 != 0) {
      throw new IllegalArgumentException(
          "window: whole hours from 1h to 28d are required, got " + window);
    }
    if (pastDays < 1 || pastDays > 3660) {
      throw new IllegalArgumentException("pastDays: 1 to 3660 is required, got " + pastDays);
    }
    if (top < 1 || top > 1000) {
      throw new IllegalArgumentException("top: 1 to 1000 is required, got " + top);
    }
  }
}
