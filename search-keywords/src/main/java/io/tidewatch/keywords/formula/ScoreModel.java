package io.tidewatch.keywords.formula;

/**
 * One number for a keyword and a brand: the chance that somebody who searches the keyword and is
 * not yet the brand's buys it within 28 days, σ(β₀ + β₁ ln(1+R) + β₂ A_lo + β₃ E + β₄ trend).
 *
 * @param fitted whether the coefficients were fitted on the store
 * @param pairs keyword-brand pairs that the fit saw
 * @param trials searchers of a pair whom the brand did not hold
 * @param conversions those who then bought
 */
public record ScoreModel(
    double intercept,
    double logRevenue,
    double advantageLow,
    double entropy,
    double trend,
    boolean fitted,
    int pairs,
    long trials,
    long conversions) {

  /**
   * Used where the store holds too little, and the centre of the prior of a fit. A_lo is a log
   * ratio of purchase shares, so for rare purchases its slope on log-odds is 1; ten times the
   * revenue about doubles the odds; an open word and a growing one are worth half a unit each; the
   * intercept gives an average word (R = 10,000, A_lo = 0, E = ½) two in a hundred.
   */
  public static final ScoreModel DEFAULT = new ScoreModel(-7.4, 0.35, 1, 0.5, 0.5, false, 0, 0, 0);

  /** β₀ to β₄. */
  public double[] coefficients() {
    return new double[] {intercept, logRevenue, advantageLow, entropy, trend};
  }

  public static double[] features(
      double revenue, double advantageLow, double entropy, double trend) {
    return new double[] {1, Math.log1p(revenue), advantageLow, entropy, trend};
  }

  /** Between 0 and 1. */
  public double score(double[] features) {
    double[] beta = coefficients();
    double z = 0;
    for (int i = 0; i < beta.length; i++) {
      z += beta[i] * features[i];
    }
    return sigmoid(z);
  }

  static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** The same model saying what a fit would have had to go on. */
  ScoreModel unfitted(int seenPairs, long seenTrials, long seenConversions) {
    return new ScoreModel(
        intercept,
        logRevenue,
        advantageLow,
        entropy,
        trend,
        false,
        seenPairs,
        seenTrials,
        seenConversions);
  }
}
