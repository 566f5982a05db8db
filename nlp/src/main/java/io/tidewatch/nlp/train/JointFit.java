package io.tidewatch.nlp.train;

import java.util.List;

/** A small dense logistic regression with weights of the rows and a little decay. */
final class JointFit {
  private static final int STEPS = 1500;
  private static final double RATE = 0.1;
  private static final double DECAY = 1e-3;

  private JointFit() {}

  /** One example: the first value is 1, for the intercept. */
  static final class Row {
    private final double[] x;
    private final boolean positive;
    private final double weight;

    Row(double[] x, boolean positive, double weight) {
      this.x = x;
      this.positive = positive;
      this.weight = weight;
    }
  }

  static double[] fit(List<Row> rows) {
    int n = rows.isEmpty() ? 0 : rows.getFirst().x.length;
    double[] w = new double[n];
    double[] squares = new double[n];
    double all = Math.max(1e-9, rows.stream().mapToDouble(r -> r.weight).sum());
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[n];
      for (Row row : rows) {
        double z = 0;
        for (int i = 0; i < n; i++) {
          z += w[i] * row.x[i];
        }
        double error = row.weight * ((row.positive ? 1 : 0) - 1 / (1 + Math.exp(-z)));
        for (int i = 0; i < n; i++) {
          gradient[i] += error * row.x[i];
        }
      }
      for (int i = 0; i < n; i++) {
        double g = gradient[i] / all - DECAY * w[i];
        squares[i] += g * g;
        w[i] += RATE * g / (Math.sqrt(squares[i]) + 1e-9);
      }
    }
    return w;
  }
}
