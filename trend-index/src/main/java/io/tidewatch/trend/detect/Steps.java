package io.tidewatch.trend.detect;

import java.time.Instant;

/**
 * One key's counts and what its base rate expects, in steps of some hours that end where the window
 * ends; the first step may reach back before the counts begin.
 */
final class Steps {
  private final double[] counts;
  private final double[] expected;
  private final long end;
  private final int hours;

  private Steps(double[] counts, double[] expected, long end, int hours) {
    this.counts = counts;
    this.expected = expected;
    this.end = end;
    this.hours = hours;
  }

  static Steps of(RisingDetector.Scored key, RatePast past, int hours, int atMost) {
    Timeline time = past.timeline();
    int steps = Math.min(Math.ceilDiv(time.length(), hours), atMost);
    double[] counts = new double[steps];
    double[] expected = new double[steps];
    double rate = key.score().state().rate();
    for (int i = 0; i < time.length(); i++) {
      int at = steps - 1 - (time.length() - 1 - i) / hours;
      if (at >= 0) {
        expected[at] += rate * (past.past(i) + past.window(i));
      }
    }
    KeyCounts own = key.counts();
    for (int e = 0; e < own.size(); e++) {
      int at = steps - 1 - (time.length() - 1 - own.hour(e)) / hours;
      if (at >= 0) {
        counts[at] += own.count(e);
      }
    }
    return new Steps(counts, expected, time.start() / Timeline.HOUR + time.length(), hours);
  }

  /** Units of each step. */
  double[] counts() {
    return counts.clone();
  }

  /** Units expected in each step; 0 where nothing was observed. */
  double[] expected() {
    return expected.clone();
  }

  /** Start of step {@code t}, also of the one after the last. */
  Instant start(int t) {
    return Instant.ofEpochSecond((end - (long) (counts.length - t) * hours) * 3600);
  }
}
