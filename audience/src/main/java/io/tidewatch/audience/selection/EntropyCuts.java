package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts by class entropy with the minimum description length rule: an interval is cut where the
 * entropy of the two parts is least, and only if the gain exceeds [log₂(n−1) + log₂(3^k − 2) −
 * (k·H − k₁·H₁ − k₂·H₂)] / n. The intervals with the largest total gain are cut first. Cuts are
 * looked for among 256 quantiles.
 *
 * <p>U. Fayyad, K. Irani, Multi-interval discretization of continuous-valued attributes for
 * classification learning, IJCAI 1993.
 *
 * @param bins most bins
 */
record EntropyCuts(int bins) {
  private static final int CANDIDATES = 256;

  private record Split(int from, int at, int to, double gain) {}

  /** Cuts of ascending values; none when no cut pays. */
  float[] cuts(float[] values, boolean[] positive) {
    float[] candidates = Discretisation.quantiles(values, CANDIDATES);
    double[] users = new double[candidates.length + 2];
    double[] hits = new double[candidates.length + 2];
    int bin = 0;
    for (int i = 0; i < values.length; i++) {
      while (bin < candidates.length && candidates[bin] <= values[i]) {
        bin++;
      }
      users[bin + 1]++;
      hits[bin + 1] += positive[i] ? 1 : 0;
    }
    Arrays.parallelPrefix(users, Double::sum);
    Arrays.parallelPrefix(hits, Double::sum);
    var open = new PriorityQueue<Split>(
        Comparator.comparingDouble(Split::gain).reversed().thenComparingInt(Split::from));
    offer(open, best(users, hits, 0, candidates.length + 1));
    float[] cuts = new float[bins];
    int count = 0;
    while (!open.isEmpty() && count < bins - 1) {
      Split split = open.remove();
      cuts[count++] = candidates[split.at - 1];
      offer(open, best(users, hits, split.from, split.at));
      offer(open, best(users, hits, split.at, split.to));
    }
    Arrays.sort(cuts, 0, count);
    return Arrays.copyOf(cuts, count);
  }

  private static void offer(PriorityQueue<Split> open, @Nullable Split split) {
    if (split != null) {
      open.add(split);
    }
  }

  /** The cut of the bins (from, to] that pays most, or null. */
  private static @Nullable Split best(double[] users, double[] hits, int from, int to) {
    double n = users[to] - users[from];
    double y = hits[to] - hits[from];
    double whole = entropy(y, n);
    Split best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int at = from + 1; at < to; at++) {
      double left = users[at] - users[from];
      double leftHits = hits[at] - hits[from];
      if (left == 0 || left == n) {
        continue;
      }
      double h1 = entropy(leftHits, left);
      double h2 = entropy(y - leftHits, n - left);
      double parts = (left * h1 + (n - left) * h2) / n;
      if (parts < least) {
        least = parts;
        int k = classes(y, n);
        int k1 = classes(leftHits, left);
        int k2 = classes(y - leftHits, n - left);
        double price =
            (log2(n - 1) + log2(Math.pow(3, k) - 2) - (k * whole - k1 * h1 - k2 * h2)) / n;
        best = whole - parts > price ? new Split(from, at, to, n * (whole - parts)) : null;
      }
    }
    return best;
  }

  private static int classes(double hits, double users) {
    return hits == 0 || hits == users ? 1 : 2;
  }

  private static double entropy(double hits, double users) {
    double p = hits / users;
    return p <= 0 || p >= 1 ? 0 : -p * log2(p) - (1 - p) * log2(1 - p);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
