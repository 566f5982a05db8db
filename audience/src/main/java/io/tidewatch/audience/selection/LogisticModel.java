package io.tidewatch.audience.selection;

/** Coefficients of the columns, then the intercept. */
final class LogisticModel implements Learner.Trained {
  private final double[] beta;
  private final double[] importance;

  LogisticModel(double[] beta, double[] importance) {
    this.beta = beta;
    this.importance = importance;
  }

  @Override
  public double[] margins(EncodedMatrix matrix) {
    double[] margins = new double[matrix.rows()];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = matrix.dot(i, beta) + beta[beta.length - 1];
    }
    return margins;
  }

  @Override
  public double[] importance() {
    return importance.clone();
  }
}
