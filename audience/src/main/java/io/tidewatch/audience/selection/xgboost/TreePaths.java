package io.tidewatch.audience.selection.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trees as the paths to their leaves, from which SHAP values of one row come quickly: what XGBoost
 * itself answers for a deep forest takes too long for somebody who waits. For a leaf of value v on whose path
 * stand k different features, with zⱼ the share of training weight that goes the path's way at the
 * splits of feature j, and oⱼ whether the row goes that way,
 *
 * <pre>φᵢ = v·(oᵢ − zᵢ)·Σₛ s!(k−1−s)!/k! · [tˢ] Πⱼ≠ᵢ (zⱼ + oⱼ·t)</pre>
 *
 * <p>S. Lundberg, G. Erion, S.-I. Lee, Consistent individualized feature attribution for tree
 * ensembles, arXiv 1802.03888 (path-dependent); the polynomial after P. Yu and others, Linear TreeSHAP,
 * NeurIPS 2022. Immutable and safe from any thread.
 */
final class TreePaths {
  private final List<Leaf> leaves;
  private final double start;

  private TreePaths(List<Leaf> leaves, double start) {
    this.leaves = List.copyOf(leaves);
    this.start = start;
  }

  /**
   * Of trees as they are dumped with statistics.
   *
   * @param emptyMargin margin of a row of which nothing is known
   */
  static TreePaths of(String[] dump, double emptyMargin) {
    var leaves = new ArrayList<Leaf>();
    for (String tree : dump) {
      new TreeDump(tree).leaves(leaves);
    }
    double empty = 0;
    double mean = 0;
    for (Leaf leaf : leaves) {
      empty += leaf.holds(new float[0]) ? leaf.value : 0;
      mean += leaf.value * leaf.product();
    }
    return new TreePaths(leaves, emptyMargin - empty + mean);
  }

  /**
   * What each column adds, then the mean margin over the training weight.
   *
   * @param row by column; NaN, or a shorter row, for what is not known
   */
  double[] contributions(float[] row, int columns) {
    double[] all = new double[columns + 1];
    all[columns] = start;
    for (Leaf leaf : leaves) {
      leaf.add(row, all);
    }
    return all;
  }

  /**
   * The way to one leaf: by feature the values that go it.
   *
   * @param low least value
   * @param high what values must be below
   * @param missing whether an unknown value goes the way
   * @param share of the training weight at the feature's splits
   */
  @SuppressWarnings("ArrayRecordComponent") // read by this class alone
  record Leaf(
      double value, int[] feature, float[] low, float[] high, boolean[] missing, double[] share) {

    private boolean goes(int place, float[] row) {
      float at = feature[place] < row.length ? row[feature[place]] : Float.NaN;
      return Float.isNaN(at) ? missing[place] : at >= low[place] && at < high[place];
    }

    boolean holds(float[] row) {
      for (int place = 0; place < feature.length; place++) {
        if (!goes(place, row)) {
          return false;
        }
      }
      return true;
    }

    double product() {
      return Arrays.stream(share).reduce(1, (a, b) -> a * b);
    }

    void add(float[] row, double[] sums) {
      int k = feature.length;
      boolean[] goes = new boolean[k];
      double[] p = new double[k + 1];
      p[0] = 1;
      int degree = 0;
      for (int place = 0; place < k; place++) {
        goes[place] = goes(place, row);
        degree += goes[place] ? 1 : 0;
        for (int s = degree; s >= 0; s--) {
          p[s] = p[s] * share[place] + (goes[place] && s > 0 ? p[s - 1] : 0);
        }
      }
      double others = value * weighed(p, degree, k);
      double[] q = new double[k + 1];
      for (int place = 0; place < k; place++) {
        if (!goes[place]) {
          sums[feature[place]] -= others;
          continue;
        }
        // p divided by share + t
        q[degree] = 0;
        for (int s = degree; s > 0; s--) {
          q[s - 1] = p[s] - share[place] * q[s];
        }
        sums[feature[place]] += value * (1 - share[place]) * weighed(q, degree - 1, k);
      }
    }

    /** Σₛ s!(k−1−s)!/k!·cₛ. */
    private static double weighed(double[] c, int degree, int k) {
      double weight = 1.0 / k;
      double sum = 0;
      for (int s = 0; s <= Math.min(degree, k - 1); s++) {
        sum += weight * c[s];
        weight *= (s + 1.0) / (k - 1 - s);
      }
      return sum;
    }
  }
}
