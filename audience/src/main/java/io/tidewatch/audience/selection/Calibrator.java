package io.tidewatch.audience.selection;

/** A non-decreasing map from margin to the probability of being a positive of the sample. */
sealed interface Calibrator permits PlattCalibrator, IsotonicCalibrator {
  /** From 0 to 1. */
  double probability(double margin);

  /** How much the log-odds of the probability rise with the margin, where that is everywhere alike. */
  default double slope() {
    return 1;
  }

  /** Learns from margins of users that the model did not see. */
  static Calibrator fit(Calibration kind, double[] margins, boolean[] positive, float[] weights) {
    return switch (kind) {
      case PLATT -> PlattCalibrator.fit(margins, positive, weights);
      case ISOTONIC -> IsotonicCalibrator.fit(margins, positive, weights);
    };
  }
}
