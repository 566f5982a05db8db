package io.tidewatch.nlp.eval;

/** Expected calibration error of two-class answers over ten bins of confidence from 0.5 to 1. */
final class Calibration {
  private static final int BINS = 10;

  private final double[] confidence = new double[BINS];
  private final double[] right = new double[BINS];
  private int n;

  void add(double sure, boolean correct) {
    int bin = Math.clamp((int) ((sure - 0.5) * 2 * BINS), 0, BINS - 1);
    confidence[bin] += sure;
    right[bin] += correct ? 1 : 0;
    n++;
  }

  /** 0 to 1; 0 when nothing was added. */
  double error() {
    double error = 0;
    for (int i = 0; i < BINS; i++) {
      error += Math.abs(confidence[i] - right[i]);
    }
    return error / Math.max(1, n);
  }
}
