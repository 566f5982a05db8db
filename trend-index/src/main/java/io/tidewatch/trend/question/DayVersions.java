package io.tidewatch.trend.question;

import io.tidewatch.trend.LocalDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The commit in which each UTC day last changed. What is derived from the documents of a day holds
 * as long as its version stands. Immutable.
 */
final class DayVersions {
  static final DayVersions NONE = new DayVersions(0, Map.of());

  private static final long DAY = 86_400_000_000L;

  private final long commits;
  private final Map<Long, Long> lastChange;

  private DayVersions(long commits, Map<Long, Long> lastChange) {
    this.commits = commits;
    this.lastChange = lastChange;
  }

  /** The number of the UTC day of a time in microseconds. */
  static long dayOf(long micros) {
    return Math.floorDiv(micros, DAY);
  }

  /** After a commit that changed documents of these UTC days. */
  DayVersions after(Collection<Long> changedDays) {
    if (changedDays.isEmpty()) {
      return this;
    }
    var next = new HashMap<>(lastChange);
    changedDays.forEach(day -> next.put(day, commits + 1));
    return new DayVersions(commits + 1, next);
  }

  /** How many commits have changed documents. */
  long commits() {
    return commits;
  }

  /** The version of a local day. */
  long of(LocalDay day) {
    long version = 0;
    for (long utc = dayOf(day.start()); utc <= dayOf(day.end() - 1); utc++) {
      version = Math.max(version, lastChange.getOrDefault(utc, 0L));
    }
    return version;
  }
}
