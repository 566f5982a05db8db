package io.tidewatch.api.eval;

import java.util.Arrays;

/** What rows of selection have in common. */
final class AudienceRows {
  static final String TASK = "audience";

  private AudienceRows() {}

  static double[] some(double[] values, boolean[] which) {
    double[] some = new double[values.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (which[i]) {
        some[size++] = values[i];
      }
    }
    return Arrays.copyOf(some, size);
  }

  static boolean[] some(boolean[] values, boolean[] which) {
    boolean[] some = new boolean[values.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (which[i]) {
        some[size++] = values[i];
      }
    }
    return Arrays.copyOf(some, size);
  }
}
