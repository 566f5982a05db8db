package io.tidewatch.model.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for names that documents carry and the catalogue does not.
 *
 * @param from inclusive, event time; null for the oldest document
 * @param to exclusive, event time; null for the newest document
 * @param top rows at most, at least 1
 */
public record CandidateQuery(
    @Nullable Instant from, @Nullable Instant to, int top) {

  public CandidateQuery {
    if (top < 1) {
      throw new IllegalArgumentException("top: at least 1 is required, got " + top);
    }
  }
}
