package io.tidewatch.keywords.formula;

/** Inverts the part of a symmetric matrix that is of use. */
public final class Symmetric {
  private Symmetric() {}

  /**
   * The diagonal of the inverse over the rows from 2 on whose {@code weight} is positive; 0 for the
   * others. The matrix must be positive definite there; it is overwritten.
   */
  static double[] inverseDiagonal(double[][] matrix, long[] weight) {
    int n = matrix.length;
    double[] diagonal = new double[n];
    boolean[] used = new boolean[n];
    for (int i = 2; i < n; i++) {
      used[i] = weight[i] > 0;
    }
    // Sweep: after all used rows are swept, the matrix holds minus its inverse.
    for (int k = 2; k < n; k++) {
      if (!used[k]) {
        continue;
      }
      double pivot = matrix[k][k];
      for (int i = 2; i < n; i++) {
        for (int j = 2; j < n; j++) {
          if (used[i] && used[j] && i != k && j != k) {
            matrix[i][j] -= matrix[i][k] * matrix[k][j] / pivot;
          }
        }
      }
      for (int i = 2; i < n; i++) {
        if (used[i] && i != k) {
          matrix[i][k] /= pivot;
          matrix[k][i] /= pivot;
        }
      }
      matrix[k][k] = -1 / pivot;
    }
    for (int i = 2; i < n; i++) {
      diagonal[i] = used[i] ? -matrix[i][i] : 0;
    }
    return diagonal;
  }
}
