package io.tidewatch.corpora.simulator;

import java.util.Arrays;

/** Weights by number, none negative, of which at least one is positive. Immutable. */
final class Weights {
  private final double[] values;
  private final double[] sums;

  private Weights(double[] values) {
    this.values = values;
    this.sums = new double[values.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      sums[i] = sum;
    }
  }

  static Weights of(double... values) {
    return new Weights(values.clone());
  }

  int size() {
    return values.length;
  }

  double get(int number) {
    return values[number];
  }

  double sum() {
    return sums[sums.length - 1];
  }

  /** A copy. */
  double[] toArray() {
    return values.clone();
  }

  /** The number at which the running sum first exceeds {@code part}, 0 to 1, of the whole. */
  int at(double part) {
    int found = Arrays.binarySearch(sums, part * sum());
    int number = found < 0 ? -found - 1 : found + 1;
    return Math.min(number, values.length - 1);
  }
}
