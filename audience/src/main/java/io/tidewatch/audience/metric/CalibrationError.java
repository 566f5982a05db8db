package io.tidewatch.audience.metric;

/**
 * Expected calibration error: users in bins of equal width by probability, the distance between a
 * bin's mean probability and its share in the target, weighted by the bin's users.
 *
 * <p>M. Naeini, G. Cooper, M. Hauskrecht, Obtaining well calibrated probabilities using Bayesian
 * binning, AAAI 2015.
 */
public final class CalibrationError {
  private static final int BINS = 10;

  private CalibrationError() {}

  /**
   * From 0 to 1 with ten bins; 1.0 falls into the last.
   *
   * @throws IllegalArgumentException when nobody is there, lengths differ or a probability is not
   *     one
   */
  public static double of(double[] probabilities, boolean[] target) {
    Probabilities.require(probabilities, target);
    double[] balance = new double[BINS];
    for (int i = 0; i < target.length; i++) {
      int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
      balance[bin] += probabilities[i] - (target[i] ? 1 : 0);
    }
    double sum = 0;
    for (double each : balance) {
      sum += Math.abs(each);
    }
    return sum / target.length;
  }
}
