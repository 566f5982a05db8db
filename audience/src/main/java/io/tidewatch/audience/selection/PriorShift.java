package io.tidewatch.audience.selection;

import java.util.Arrays;

/**
 * Moves probabilities that hold where a share {@code from} of users is positive to where a share
 * {@code to} is: logit p' = logit p + logit to − logit from. The order stays.
 *
 * <p>M. Saerens, P. Latinne, C. Decaestecker, Adjusting the outputs of a classifier to new a priori
 * probabilities, Neural Computation 14 (2002).
 */
public final class PriorShift {
  private PriorShift() {}

  /**
   * One a user, 0 to 1.
   *
   * @throws IllegalArgumentException when a share is not between 0 and 1, both exclusive
   */
  public static double[] of(double[] probabilities, double from, double to) {
    for (double share : new double[] {from, to}) {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share: above 0 and below 1 is required, got " + share);
      }
    }
    double shift = Logistic.logit(to) - Logistic.logit(from);
    return Arrays.stream(probabilities)
        .map(p -> Logistic.of(Logistic.logit(p) + shift))
        .toArray();
  }
}
