package io.tidewatch.model.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Asks what stands behind the talk that matches a query in [asOf - window, asOf).
 *
 * @param query see the search language; a key is {@code brand:ID}, {@code hashtag:NAME} and so on
 * @param window whole hours, 1 hour to 28 days
 * @param asOf exclusive; null means just after the newest event in the store
 * @param top co-rising terms at most, 1 to 100
 */
public record CauseQuery(
    String query, Duration window, @Nullable Instant asOf, int top, ZoneId zone) {

  /** How many windows before the asked one it is compared with. */
  public static final int PAST_WINDOWS = 4;

  public CauseQuery {
    if (window.compareTo(Duration.ofHours(1)) < 0
        || window.compareTo(Duration.ofDays(28)) > 0
        || window.toSeconds() % 3600 != 0) {
      throw new IllegalArgumentException(
          "window: whole hours from 1h to 28d are required, got " + window);
    }
    if (top < 1 || top > 100) {
      throw new IllegalArgumentException("top: 1 to 100 is required, got " + top);
    }
  }
}
