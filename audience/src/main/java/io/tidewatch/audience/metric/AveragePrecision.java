package io.tidewatch.audience.metric;

import org.jspecify.annotations.Nullable;

/**
 * Average precision, the step-wise area under precision against recall: Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the
 * distinct scores. A group of equal scores is one step, taken whole.
 *
 * <p>J. Davis, M. Goadrich, The relationship between precision–recall and ROC curves, ICML 2006.
 */
public final class AveragePrecision {
  private AveragePrecision() {}

  /** From 0 to 1, the base rate for one group of all; null when nobody is in the target. */
  public static @Nullable Double of(Ranking ranking) {
    double positives = ranking.positives();
    if (positives == 0) {
      return null;
    }
    double users = 0;
    double hits = 0;
    double sum = 0;
    for (int g = 0; g < ranking.groups(); g++) {
      users += ranking.users(g);
      hits += ranking.hits(g);
      if (ranking.hits(g) > 0) {
        sum += ranking.hits(g) / positives * (hits / users);
      }
    }
    return sum;
  }
}
