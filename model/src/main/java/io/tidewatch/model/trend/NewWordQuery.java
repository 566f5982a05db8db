package io.tidewatch.model.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks which words of [from, to) no dictionary holds yet. The window is compared with the {@link
 * #PAST_WINDOWS} stretches of the same length before it.
 *
 * @param from inclusive; null means seven days before the end
 * @param to exclusive; null means just after the newest event
 * @param top words at most, 1 to 1000
 */
public record NewWordQuery(@Nullable Instant from, @Nullable Instant to, int top) {
  /** Windows before the asked one that are read as its past. */
  public static final int PAST_WINDOWS = 4;

  public NewWordQuery {
    if (top < 1 || top > 1000) {
      throw new IllegalArgumentException("top: 1 to 1000 is required, got " + top);
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "from: a time before to (" + to + ") is required, got " + from);
    }
  }
}
