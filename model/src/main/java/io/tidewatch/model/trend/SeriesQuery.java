package io.tidewatch.model.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Counts over time of the documents that match a query.
 *
 * @param query Boolean query; see the search language in the documentation
 * @param interval one hour or one day
 * @param from inclusive; null means the first event in the store
 * @param to exclusive; null means just after the newest event
 */
public record SeriesQuery(
    String query,
    Duration interval,
    @Nullable Instant from,
    @Nullable Instant to,
    ZoneId zone,
    Counting counting) {

  /** The usual counting. */
  public SeriesQuery(
      String query, Duration interval, @Nullable Instant from, @Nullable Instant to, ZoneId zone) {
    this(query, interval, from, to, zone, Counting.USUAL);
  }

  public SeriesQuery {
    if (!interval.equals(Duration.ofHours(1)) && !interval.equals(Duration.ofDays(1))) {
      throw new IllegalArgumentException("interval: 1h or 1d is required, got " + interval);
    }
  }
}
