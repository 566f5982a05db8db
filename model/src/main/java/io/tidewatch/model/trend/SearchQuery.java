package io.tidewatch.model.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Documents that match a Boolean query, newest first.
 *
 * @param top 1 to 10,000
 * @param explain whether the page tells why each document matched
 */
public record SearchQuery(
    String query,
    @Nullable Instant from,
    @Nullable Instant to,
    int top,
    @Nullable String cursor,
    boolean explain) {

  /** Without explanations. */
  public SearchQuery(
      String query,
      @Nullable Instant from,
      @Nullable Instant to,
      int top,
      @Nullable String cursor) {
    this(query, from, to, top, cursor, false);
  }

  public SearchQuery {
    if (top < 1 || top > 10_000) {
      throw new IllegalArgumentException("top: 1 to 10000 is required, got " + top);
    }
  }
}
