package io.tidewatch.model.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Asks which stories rise in [asOf - window, asOf): rising brands, products, hashtags and terms, those
 * of one event together.
 *
 * @param window as in {@link RisingQuery}
 * @param asOf exclusive; null means just after the newest event in the store
 * @param top stories at most, 1 to 100
 */
public record StoryQuery(
    Duration window, @Nullable Instant asOf, int top, ZoneId zone, Counting counting) {

  public StoryQuery {
    if (top < 1 || top > 100) {
      throw new IllegalArgumentException("top: 1 to 100 is required, got " + top);
    }
  }
}
