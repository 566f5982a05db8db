package io.tidewatch.audience.formula;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for the number of tests so that keeping those below α bounds the expected share
 * of false ones by α.
 *
 * <p>Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, JRSS B 57 (1995).
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** The adjusted values in the order of the given ones; each between the given one and 1. */
  public static double[] adjust(double[] p) {
    int n = p.length;
    int[] descending = IntStream.range(0, n)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] adjusted = new double[n];
    double least = 1;
    for (int i = 0; i < n; i++) {
      int rank = n - i;
      least = Math.min(least, p[descending[i]] * n / rank);
      adjusted[descending[i]] = least;
    }
    return adjusted;
  }
}
