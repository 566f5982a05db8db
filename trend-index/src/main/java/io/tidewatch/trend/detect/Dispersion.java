package io.tidewatch.trend.detect;

import java.util.List;

/**
 * How much more the counts of a kind vary between windows than chance does: 1/k = max(0.05, pooled
 * (s²−m)/m²) over blocks of one window's length before the window.
 *
 * <p>m is a key's own mean for the block's exposure, numerators and denominators are summed over
 * keys and blocks before dividing, and a block enters with at most m + sd + 1 units under the least
 * dispersion: bursts are what is looked for and must not raise the bar for themselves.
 */
final class Dispersion {
  static final double FLOOR = 0.05;
  private static final double CEILING = 4;
  private static final int MIN_BLOCKS = 4;

  private Dispersion() {}

  /** 1/k; the floor when the past holds fewer than four blocks. */
  static double inverseK(List<KeyCounts> keys, RatePast past) {
    Blocks blocks = Blocks.of(past);
    if (blocks.used < MIN_BLOCKS) {
      return FLOOR;
    }
    return Math.clamp(pooled(keys, blocks), FLOOR, CEILING);
  }

  private static double pooled(List<KeyCounts> keys, Blocks blocks) {
    double excess = 0;
    double scale = 0;
    for (KeyCounts key : keys) {
      double rate = key.pastCount() / blocks.exposure;
      // as if every block were empty, then the others corrected
      excess += rate * rate * blocks.exposureSquared - rate * blocks.exposure;
      scale += rate * rate * blocks.exposureSquared;
      long[] counts = blocks.countsOf(key);
      for (int b = 0; b < counts.length; b++) {
        if (counts[b] > 0) {
          double m = rate * blocks.exposures[b];
          double n = Math.min((double) counts[b], m + Math.sqrt(m + m * m * FLOOR) + 1);
          excess += n * n - 2 * n * m;
        }
      }
    }
    return scale > 0 ? excess / scale * blocks.used / (blocks.used - 1) : FLOOR;
  }

  /** The past cut into pieces of one window, the youngest first. */
  private static final class Blocks {
    private final int[] blockOf;
    private final double[] exposures;
    private double exposure;
    private double exposureSquared;
    private int used;

    private Blocks(int hours, int windowHours) {
      this.blockOf = new int[hours];
      this.exposures = new double[hours / windowHours + 1];
    }

    static Blocks of(RatePast past) {
      Timeline time = past.timeline();
      int boundary = 0;
      while (boundary < time.length() && time.window(boundary) == 0) {
        boundary++;
      }
      int windowHours = Math.max(1, time.length() - boundary);
      Blocks blocks = new Blocks(boundary + 1, windowHours);
      for (int i = 0; i <= boundary && i < time.length(); i++) {
        int block = Math.max(0, boundary - 1 - i) / windowHours;
        blocks.blockOf[i] = block;
        blocks.exposures[block] += past.past(i);
      }
      for (double e : blocks.exposures) {
        blocks.exposure += e;
        blocks.exposureSquared += e * e;
        blocks.used += e > 0 ? 1 : 0;
      }
      return blocks;
    }

    long[] countsOf(KeyCounts key) {
      long[] counts = new long[exposures.length];
      for (int e = 0; e < key.pastSize(); e++) {
        counts[blockOf[key.hour(e)]] += key.count(e);
      }
      return counts;
    }
  }
}
