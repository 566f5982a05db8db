package io.tidewatch.keywords.query;

/**
 * A share of trials with the bounds of E. B. Wilson's score interval (Journal of the American
 * Statistical Association 22, 1927) at 95 %.
 *
 * @param lo 0 to {@code mid}
 * @param mid successes by trials
 * @param hi {@code mid} to 1
 */
public record WilsonShare(double lo, double mid, double hi) {
  private static final double Z = 1.959963984540054;

  /**
   * Of {@code successes} among {@code trials}; without a trial nothing is known, from 0 to 1.
   *
   * @throws IllegalArgumentException when successes are negative or more than trials
   */
  public static WilsonShare of(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes: 0 to the number of trials, " + trials + ", is required, got " + successes);
    }
    if (trials == 0) {
      return new WilsonShare(0, 0.5, 1);
    }
    double n = trials;
    double p = successes / n;
    double z2 = Z * Z;
    double center = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    return new WilsonShare(Math.clamp(center - half, 0, p), p, Math.clamp(center + half, p, 1));
  }
}
