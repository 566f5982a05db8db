package io.tidewatch.nlp;

import java.util.List;

/** How much clauses count: more after a contrast than before it, less when they only concede. */
final class Weights {
  private static final double AFTER = 1.4;
  private static final double BEFORE = 0.7;

  private Weights() {}

  static double[] of(List<Clause> clauses) {
    double[] weights = new double[clauses.size()];
    java.util.Arrays.fill(weights, 1);
    for (int i = 0; i < weights.length; i++) {
      Clause clause = clauses.get(i);
      weights[i] *= clause.share();
      if (!clause.contrasted()) {
        continue;
      }
      weights[i] *= AFTER;
      for (int j = i - 1; j >= 0 && clauses.get(j).sentence() == clause.sentence(); j--) {
        weights[j] *= BEFORE;
      }
    }
    return weights;
  }
}
