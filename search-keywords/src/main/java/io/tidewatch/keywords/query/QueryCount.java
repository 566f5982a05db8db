package io.tidewatch.keywords.query;

import java.util.Map;

/**
 * How often a query was typed.
 *
 * @param query as typed
 * @param count times, at least 1
 * @param clicks clicks by product or category id; empty when nothing is known
 */
public record QueryCount(String query, long count, Map<String, Long> clicks) {

  public QueryCount {
    clicks = Map.copyOf(clicks);
    if (count < 1) {
      throw new IllegalArgumentException("count: at least 1 is required, got " + count);
    }
  }

  /** A query of which no clicks are known. */
  public QueryCount(String query, long count) {
    this(query, count, Map.of());
  }
}
