package io.tidewatch.model.trend;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks how aspects are judged over time.
 *
 * @param entityId a brand or product whose judgements are wanted; those of its products count for a
 *     brand. Null for every judgement in the matching documents
 * @param interval one hour or one day
 */
public record AspectQuery(TalkQuery talk, @Nullable String entityId, Duration interval) {

  public AspectQuery {
    if (!interval.equals(Duration.ofHours(1)) && !interval.equals(Duration.ofDays(1))) {
      throw new IllegalArgumentException("interval: 1h or 1d is required, got " + interval);
    }
  }
}
