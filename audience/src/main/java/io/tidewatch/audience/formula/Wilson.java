package io.tidewatch.audience.formula;

/**
 * The score interval of a share.
 *
 * <p>E. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22
 * (1927).
 */
public final class Wilson {
  /** For 95 %, two-sided. */
  public static final double Z95 = 1.959963984540054;

  private Wilson() {}

  /** The lower end, 0 to 1. */
  public static double low(long hits, long trials, double z) {
    return end(hits, trials, -z);
  }

  /** The upper end, 0 to 1. */
  public static double high(long hits, long trials, double z) {
    return end(hits, trials, z);
  }

  private static double end(long hits, long trials, double z) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException(
          "share: 0 ≤ hits ≤ trials, at least 1 trial, is required, got " + hits + " of " + trials);
    }
    double share = (double) hits / trials;
    double square = z * z / trials;
    double half = z * Math.sqrt((share * (1 - share) + square / 4) / trials);
    return Math.clamp((share + square / 2 + half) / (1 + square), 0, 1);
  }
}
