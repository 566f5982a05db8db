package io.tidewatch.trend.detect;

import java.util.Arrays;

/** The past cut into pieces as long as the window, the youngest first. Immutable. */
final class Blocks {
  private static final int DAY = 24;

  private final int[] blockOf;
  private final double[] exposures;
  private final int days;
  private double exposure;
  private double exposureSquared;
  private int used;

  private Blocks(int[] blockOf, int days, RatePast past) {
    this.blockOf = blockOf;
    this.days = days;
    this.exposures = new double[Arrays.stream(blockOf).max().orElse(-1) + 1];
    for (int i = 0; i < blockOf.length; i++) {
      if (blockOf[i] >= 0) {
        exposures[blockOf[i]] += past.past(i);
      }
    }
    for (double e : exposures) {
      exposure += e;
      exposureSquared += e * e;
      used += e > 0 ? 1 : 0;
    }
  }

  static Blocks of(RatePast past) {
    Timeline time = past.timeline();
    int windowHours = time.windowHours();
    int days = Math.round((float) windowHours / DAY);
    int[] blockOf = new int[time.length()];
    Arrays.fill(blockOf, -1);
    if (windowHours < DAY) {
      int end = time.windowDay() > 0 ? time.windowDay() : time.windowHour();
      for (int i = 0; i < end; i++) {
        blockOf[i] = (end - 1 - i) / windowHours;
      }
      return new Blocks(blockOf, 0, past);
    }
    int back = -1;
    for (int i = Math.min(time.windowDay(), time.length()) - 1; i >= 0; i--) {
      back += back < 0 || time.dayOf(i) != time.dayOf(i + 1) ? 1 : 0;
      blockOf[i] = back / days;
    }
    return new Blocks(blockOf, days, past);
  }

  /** Whether each block is one local day. */
  boolean areDays() {
    return days == 1;
  }

  int size() {
    return exposures.length;
  }

  /** Blocks of which something was observed. */
  int used() {
    return used;
  }

  /** The block of an hour of the timeline; -1 for none. */
  int of(int hour) {
    return blockOf[hour];
  }

  /** The block of the day that starts in that hour, told by the day's middle; -1 for none. */
  int ofDay(int firstHour) {
    return blockOf[Math.clamp(firstHour + DAY / 2L, 0, blockOf.length - 1)];
  }

  /** Exposure of all blocks. */
  double exposure() {
    return exposure;
  }

  double exposure(int block) {
    return exposures[block];
  }

  /** Sum of the squares of the blocks' exposures. */
  double exposureSquared() {
    return exposureSquared;
  }
}
