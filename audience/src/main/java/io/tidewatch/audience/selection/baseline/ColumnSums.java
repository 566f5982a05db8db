package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Sample;

/** Weighted users of a sample with each column, by label. */
final class ColumnSums {
  private final double[] positive;
  private final double[] all;
  private double positives;
  private double users;

  private ColumnSums(int columns) {
    positive = new double[columns];
    all = new double[columns];
  }

  static ColumnSums of(EncodedMatrix matrix, Sample sample) {
    var sums = new ColumnSums(matrix.columns());
    for (int i = 0; i < matrix.rows(); i++) {
      double weight = sample.weight(i);
      double hit = sample.positive(i) ? weight : 0;
      sums.users += weight;
      sums.positives += hit;
      for (int e = matrix.start(i); e < matrix.start(i + 1); e++) {
        sums.all[matrix.columnArray()[e]] += weight;
        sums.positive[matrix.columnArray()[e]] += hit;
      }
    }
    return sums;
  }

  int columns() {
    return all.length;
  }

  /** Weight of the positives with a column. */
  double positive(int column) {
    return positive[column];
  }

  /** Weight of everybody with a column. */
  double all(int column) {
    return all[column];
  }

  /** Weight of all positives. */
  double positives() {
    return positives;
  }

  /** Weight of everybody. */
  double users() {
    return users;
  }
}
