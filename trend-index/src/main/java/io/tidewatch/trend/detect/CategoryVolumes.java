package io.tidewatch.trend.detect;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units in the window and expected of each category's keys together, for the calendar's factor. */
final class CategoryVolumes {
  private final Map<String, Volume> volumes = new HashMap<>();

  /** {@code expected} without the calendar's factor. */
  void add(String category, long units, double expected) {
    volumes.computeIfAbsent(category, c -> new Volume()).add(units, expected);
  }

  /** g for one key of the category, its own part left out; 1 outside any. */
  double factor(@Nullable String category, long units, double expected) {
    Volume all = category == null ? null : volumes.get(category);
    return all == null
        ? 1
        : new CalendarFactor(all.units - units, Math.max(0, all.expected.value() - expected))
            .factor();
  }

  private static final class Volume {
    private long units;
    private final OrderlessSum expected = new OrderlessSum();

    private void add(long moreUnits, double moreExpected) {
      units += moreUnits;
      expected.add(moreExpected);
    }
  }
}
