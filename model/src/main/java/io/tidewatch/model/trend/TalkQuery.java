package io.tidewatch.model.trend;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Picks documents by a Boolean query and a stretch of time.
 *
 * @param query see the search language in the documentation
 * @param from inclusive; null means the first event in the store
 * @param to exclusive; null means just after the newest event
 * @param top rows at most, 1 to 1000; answers that are not ranked give all their rows
 * @param zone zone of local days and hours
 */
public record TalkQuery(
    String query,
    @Nullable Instant from,
    @Nullable Instant to,
    int top,
    ZoneId zone,
    Counting counting) {

  public TalkQuery {
    if (top < 1 || top > 1000) {
      throw new IllegalArgumentException("top: 1 to 1000 is required, got " + top);
    }
  }
}
