package io.tidewatch.keywords.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far two lists of numbers of the same things agree in order, −1 to 1; 0 where one is flat. */
final class RankAgreement {
  private RankAgreement() {}

  /** Spearman's ρ: the correlation of ranks, equal numbers sharing the mean of theirs. */
  static double spearman(double[] a, double[] b) {
    return pearson(ranks(a), ranks(b));
  }

  /** Kendall's τ-b, which allows for equal numbers. */
  static double kendall(double[] a, double[] b) {
    long agree = 0;
    long differ = 0;
    long equalA = 0;
    long equalB = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        int x = Double.compare(a[i], a[j]);
        int y = Double.compare(b[i], b[j]);
        if (x * y > 0) {
          agree++;
        } else if (x * y < 0) {
          differ++;
        } else if (x != 0) {
          equalB++;
        } else if (y != 0) {
          equalA++;
        }
      }
    }
    double all = agree + differ;
    double norm = Math.sqrt((all + equalA) * (all + equalB));
    return norm == 0 ? 0 : (agree - differ) / norm;
  }

  private static double[] ranks(double[] values) {
    int[] order = IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && Double.compare(values[order[to]], values[order[from]]) == 0) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static double pearson(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
