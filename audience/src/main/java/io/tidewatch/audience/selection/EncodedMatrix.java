package io.tidewatch.audience.selection;

/**
 * Encoded users, row by row: per row the columns in ascending order and what stands there. Its
 * arrays are shared, not copied, and must not be changed.
 */
public final class EncodedMatrix {
  private final int columnCount;
  private final int[] start;
  private final int[] column;
  private final float[] value;

  EncodedMatrix(int columnCount, int[] start, int[] column, float[] value) {
    this.columnCount = columnCount;
    this.start = start;
    this.column = column;
    this.value = value;
  }

  /** Rows. */
  public int rows() {
    return start.length - 1;
  }

  /** Columns. */
  public int columns() {
    return columnCount;
  }

  /** First entry of a row; {@code start(rows())} is the number of entries. */
  public int start(int row) {
    return start[row];
  }

  /** Columns of the entries; may be longer than there are entries. */
  public int[] columnArray() {
    return column;
  }

  /** Values of the entries; may be longer than there are entries. */
  public float[] valueArray() {
    return value;
  }

  /** Σ of a row's values times the columns' weights. */
  double dot(int row, double[] weights) {
    double sum = 0;
    for (int e = start[row]; e < start[row + 1]; e++) {
      sum += value[e] * weights[column[e]];
    }
    return sum;
  }

  /** Adds a row's values times {@code by} to the columns' sums. */
  void add(int row, double by, double[] sums) {
    for (int e = start[row]; e < start[row + 1]; e++) {
      sums[column[e]] += value[e] * by;
    }
  }
}
