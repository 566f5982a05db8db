package io.tidewatch.audience.selection;

/**
 * Information value of a feature's levels: Σ (pᵢ − uᵢ)·ln(pᵢ/uᵢ), p and u the shares of positives
 * and of unlabelled at level i, half a user added to every level. A feature that tells nothing has
 * (k−1)·(1/P + 1/U) of it by chance alone, k levels, P and U users of either side.
 *
 * <p>N. Siddiqi, Credit Risk Scorecards, 2006; the part that is chance follows from the statistic's
 * chi-square form (A. Lin, Variable reduction in SAS by using weight of evidence and information
 * value, SAS Global Forum 2013, paper 095).
 *
 * @param value 0 or more
 * @param chance what of it is expected from noise
 * @param spread standard deviation of what noise gives, √(2(k−1))·(1/P + 1/U)
 */
record Information(double value, double chance, double spread) {
  private static final double HALF = 0.5;

  /**
   * From weights by level.
   *
   * @param positives P as a number of equally weighted users
   * @param others U likewise
   */
  static Information of(double[] positive, double[] other, double positives, double others) {
    double all = 0;
    double rest = 0;
    int levels = 0;
    for (int i = 0; i < positive.length; i++) {
      all += positive[i];
      rest += other[i];
      levels += positive[i] + other[i] > 0 ? 1 : 0;
    }
    if (levels < 2 || all <= 0 || rest <= 0) {
      return new Information(0, 0, 0);
    }
    double value = 0;
    for (int i = 0; i < positive.length; i++) {
      if (positive[i] + other[i] > 0) {
        double p = (positive[i] + HALF) / (all + HALF * levels);
        double u = (other[i] + HALF) / (rest + HALF * levels);
        value += (p - u) * Math.log(p / u);
      }
    }
    double unit = 1 / positives + 1 / others;
    return new Information(value, (levels - 1) * unit, Math.sqrt(2.0 * (levels - 1)) * unit);
  }

  /** What is left above chance; 0 when it is within so many standard deviations of noise. */
  double aboveChance(double deviations) {
    double above = value - chance;
    return above > deviations * spread ? above : 0;
  }
}
