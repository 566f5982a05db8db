package io.tidewatch.trend.detect;

/**
 * How much more often a key stands in one group of units than in another: log-odds with an
 * informative Dirichlet prior and its standard score [Monroe, Colaresi, Quinn 2008]. The prior is
 * the key's rate in both groups together, worth {@link #PRIOR} units, so that rare keys do not win by
 * chance. δ = ln[(y₁+a)/(n₁+a₀−y₁−a)] − ln[(y₂+a)/(n₂+a₀−y₂−a)], var ≈ 1/(y₁+a) + 1/(y₂+a), a = a₀ ·
 * (y₁+y₂)/(n₁+n₂).
 *
 * @param y1 units of the first group with the key
 * @param n1 units of the first group
 * @param y2 units of the second group, disjoint, with the key
 * @param n2 units of the second group
 */
public record LogOdds(long y1, long n1, long y2, long n2) {
  /** a₀ in units. */
  public static final double PRIOR = 50;

  public LogOdds {
    if (y1 < 0 || y2 < 0 || y1 > n1 || y2 > n2 || n1 + n2 == 0) {
      throw new IllegalArgumentException(
          "counts: 0 to the size of each group, not both empty, are required, got %d of %d and %d of %d"
              .formatted(y1, n1, y2, n2));
    }
  }

  private double prior() {
    // half a unit keeps a key that stands in every unit, or in none, finite
    return Math.clamp(PRIOR * (y1 + y2) / (n1 + n2), 0.5, PRIOR - 0.5);
  }

  /** δ. */
  public double delta() {
    double a = prior();
    return Math.log((y1 + a) / (n1 + PRIOR - y1 - a)) - Math.log((y2 + a) / (n2 + PRIOR - y2 - a));
  }

  /** δ in standard deviations. */
  public double z() {
    double a = prior();
    return delta() / Math.sqrt(1 / (y1 + a) + 1 / (y2 + a));
  }

  /** Smoothed share in the first group over smoothed share in the second, above 0. */
  public double lift() {
    double a = prior();
    return (y1 + a) / (n1 + PRIOR) / ((y2 + a) / (n2 + PRIOR));
  }

  /** Every input and what comes of it. */
  public String explain() {
    return "y1=%d n1=%d y2=%d n2=%d a0=%.0f a=%.3f delta=%.4f z=%.4f lift=%.4f"
        .formatted(y1, n1, y2, n2, PRIOR, prior(), delta(), z(), lift());
  }
}
