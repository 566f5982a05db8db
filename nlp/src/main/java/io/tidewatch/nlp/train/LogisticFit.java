package io.tidewatch.nlp.train;

import java.util.List;
import java.util.Map;

/**
 * Logistic regression of a few dense columns by Newton's method, with a small ridge that keeps
 * columns without evidence at 0.
 */
final class LogisticFit {
  private static final int STEPS = 30;
  private static final double RIDGE = 1;

  private LogisticFit() {}

  /** One observation. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(double[] terms, boolean positive) {}

  /**
   * A coefficient a column; zeros when there is no row.
   *
   * @param fixed columns whose coefficients are given and not fitted
   */
  static double[] fit(List<Row> rows, int columns, Map<Integer, Double> fixed) {
    double[] w = new double[columns];
    fixed.forEach((column, value) -> w[column] = value);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[columns];
      double[][] curvature = new double[columns][columns];
      for (int i = 0; i < columns; i++) {
        gradient[i] = -RIDGE * w[i];
        curvature[i][i] = RIDGE;
      }
      for (Row row : rows) {
        add(row, w, gradient, curvature);
      }
      for (int column : fixed.keySet()) {
        gradient[column] = 0;
        for (int i = 0; i < columns; i++) {
          curvature[column][i] = i == column ? 1 : 0;
          curvature[i][column] = i == column ? 1 : 0;
        }
      }
      double[] change = solve(curvature, gradient);
      for (int i = 0; i < columns; i++) {
        w[i] += change[i];
      }
    }
    return w;
  }

  private static void add(Row row, double[] w, double[] gradient, double[][] curvature) {
    double[] x = row.terms();
    double z = 0;
    for (int i = 0; i < w.length; i++) {
      z += w[i] * x[i];
    }
    double p = 1 / (1 + Math.exp(-z));
    double error = (row.positive() ? 1 : 0) - p;
    for (int i = 0; i < w.length; i++) {
      gradient[i] += error * x[i];
      for (int j = 0; j < w.length; j++) {
        curvature[i][j] += p * (1 - p) * x[i] * x[j];
      }
    }
  }

  /** Gauss-Jordan elimination; the matrix is positive definite. */
  private static double[] solve(double[][] a, double[] b) {
    for (int i = 0; i < b.length; i++) {
      double pivot = a[i][i];
      for (int k = i; k < b.length; k++) {
        a[i][k] /= pivot;
      }
      b[i] /= pivot;
      for (int r = 0; r < b.length; r++) {
        double factor = r == i ? 0 : a[r][i];
        for (int k = i; k < b.length && factor != 0; k++) {
          a[r][k] -= factor * a[i][k];
        }
        b[r] -= factor * b[i];
      }
    }
    return b;
  }
}
