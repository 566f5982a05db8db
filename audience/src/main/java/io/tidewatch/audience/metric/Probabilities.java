package io.tidewatch.audience.metric;

/** What the measures of probabilities ask of their input. */
final class Probabilities {
  private Probabilities() {}

  static void require(double[] probabilities, boolean[] target) {
    if (target.length == 0 || probabilities.length != target.length) {
      throw new IllegalArgumentException(
          "probabilities: one a user and at least one user are required, got "
              + probabilities.length + " for " + target.length + " users");
    }
    for (int i = 0; i < probabilities.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException(
            "probabilities: 0 to 1 is required, got " + probabilities[i] + " for user " + i);
      }
    }
  }
}
