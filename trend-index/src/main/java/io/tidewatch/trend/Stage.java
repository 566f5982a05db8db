package io.tidewatch.trend;

import java.util.List;
import java.util.Locale;

/**
 * Where in its life a rise stands, from its last {@link KleinbergBursts} interval and the slope in
 * it. The slope compares the two halves of the burst by exposure: z of the younger half's count
 * given the sum.
 */
enum Stage {
  /** The burst fills at most the last quarter of the steps seen and nothing was counted before. */
  EMERGING,
  /** In a burst whose younger half is louder (z &gt; 1), or in no burst yet but getting louder. */
  RISING,
  /** In a burst that has stopped growing. */
  PEAK,
  /** The burst is over, or its younger half is quieter (z &lt; −1). */
  FADING;

  static final double SLOPE = 1;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param counts units of each recent step, the window at the end
   * @param expected units expected at the base rate; 0 where nothing was observed
   * @param windowSteps number of steps in the window
   */
  static Stage of(double[] counts, double[] expected, int windowSteps) {
    List<KleinbergBursts.Burst> bursts = KleinbergBursts.of(counts, expected);
    int last = lastObserved(expected);
    int windowStart = Math.max(0, counts.length - windowSteps);
    if (bursts.isEmpty()) {
      return slope(counts, expected, windowStart, counts.length) < -SLOPE ? FADING : RISING;
    }
    KleinbergBursts.Burst burst = bursts.getLast();
    if (burst.end() <= last) {
      return FADING;
    }
    double z = slope(counts, expected, burst.start(), burst.end());
    if (z < -SLOPE) {
      return FADING;
    }
    double before = 0;
    for (int t = 0; t < burst.start(); t++) {
      before += counts[t];
    }
    boolean young = burst.end() - burst.start() <= Math.max(1, windowSteps / 4);
    if (young || before == 0) {
      return z >= 0 ? EMERGING : PEAK;
    }
    return z > SLOPE ? RISING : PEAK;
  }

  /** How much louder the younger half is, in standard deviations; 0 when it cannot be said. */
  private static double slope(double[] counts, double[] expected, int from, int to) {
    double exposure = 0;
    double total = 0;
    for (int t = from; t < to; t++) {
      exposure += expected[t];
      total += counts[t];
    }
    double young = 0;
    double youngExposure = 0;
    for (int t = to - 1; t >= from && youngExposure + expected[t] / 2 < exposure / 2; t--) {
      young += counts[t];
      youngExposure += expected[t];
    }
    double p = exposure > 0 ? youngExposure / exposure : 0;
    double variance = total * p * (1 - p);
    return variance > 0 ? (young - total * p) / Math.sqrt(variance) : 0;
  }

  private static int lastObserved(double[] expected) {
    int last = expected.length - 1;
    while (last > 0 && expected[last] <= 0) {
      last--;
    }
    return last;
  }
}
