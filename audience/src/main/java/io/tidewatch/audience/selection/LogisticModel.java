package io.tidewatch.audience.selection;

/**
 * Coefficients of the columns, then the intercept. A column adds its coefficient times how far it
 * stands from its mean over the training users, the exact Shapley value of a linear model.
 *
 * <p>E. Štrumbelj, I. Kononenko, Explaining prediction models and individual predictions with feature
 * contributions, Knowledge and Information Systems 41 (2014).
 */
final class LogisticModel implements Learner.Trained {
  private final double[] beta;
  private final double[] means;
  private final double[] importance;

  LogisticModel(double[] beta, double[] means, double[] importance) {
    this.beta = beta;
    this.means = means;
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
  public double[] contributions(EncodedMatrix row) {
    double[] all = new double[beta.length];
    all[means.length] = beta[means.length];
    for (int column = 0; column < means.length; column++) {
      all[column] = -beta[column] * means[column];
      all[means.length] += beta[column] * means[column];
    }
    for (int entry = 0; entry < row.start(1); entry++) {
      int column = row.columnArray()[entry];
      all[column] += beta[column] * row.valueArray()[entry];
    }
    return all;
  }

  @Override
  public double[] importance() {
    return importance.clone();
  }
}
