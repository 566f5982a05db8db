package io.tidewatch.audience.next;

import java.util.Arrays;
import java.util.List;

/**
 * Weighted sum of views. The weights are those with the best mean reciprocal rank on tuning
 * questions, found by changing one at a time.
 */
final class Blend {
  private static final double[] STEPS = {0, 0.1, 0.3, 1, 3};
  private static final int ROUNDS = 3;

  private final double[] weights;

  private Blend(double[] weights) {
    this.weights = weights;
  }

  /** Scores of each view for one question, and its answer. */
  record Case(List<double[]> views, int truth) {}

  /**
   * Picks weights; without tuning questions all views weigh the same.
   *
   * @param views how many there are
   */
  static Blend tuned(List<Case> cases, int views) {
    double[] weights = new double[views];
    Arrays.fill(weights, 1);
    double best = new Blend(weights).reciprocal(cases);
    for (int round = 0; round < ROUNDS; round++) {
      for (int view = 0; view < views; view++) {
        for (double step : STEPS) {
          double[] other = weights.clone();
          other[view] = step;
          double reciprocal = new Blend(other).reciprocal(cases);
          if (reciprocal > best) {
            best = reciprocal;
            weights = other;
          }
        }
      }
    }
    return new Blend(weights);
  }

  private double reciprocal(List<Case> cases) {
    return cases.stream()
        .mapToDouble(c -> Place.of(of(c.views), c.truth).reciprocal())
        .average()
        .orElse(0);
  }

  /** The weighted sum. */
  double[] of(List<double[]> views) {
    double[] sum = new double[views.getFirst().length];
    for (int v = 0; v < weights.length; v++) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += weights[v] * views.get(v)[c];
      }
    }
    return sum;
  }

  /** The weights, by view. */
  double[] weights() {
    return weights.clone();
  }
}
