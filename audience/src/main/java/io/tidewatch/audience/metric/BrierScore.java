package io.tidewatch.audience.metric;

/**
 * Mean squared distance between a probability and what happened: Σ (pᵢ − yᵢ)² / n.
 *
 * <p>G. Brier, Monthly Weather Review 78 (1950).
 */
public final class BrierScore {
  private BrierScore() {}

  /**
   * From 0, perfect, to 1.
   *
   * @param probabilities 0 to 1, one a user
   * @throws IllegalArgumentException when nobody is there, lengths differ or a probability is not
   *     one
   */
  public static double of(double[] probabilities, boolean[] target) {
    Probabilities.require(probabilities, target);
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      double miss = probabilities[i] - (target[i] ? 1 : 0);
      sum += miss * miss;
    }
    return sum / target.length;
  }
}
