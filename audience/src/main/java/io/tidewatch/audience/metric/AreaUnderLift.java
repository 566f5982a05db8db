package io.tidewatch.audience.metric;

import org.jspecify.annotations.Nullable;

/**
 * Area under the lift curve: the chance that a user of the target stands above a user drawn from
 * everybody, equal scores counting half; equal to π/2 + (1 − π)·AUC with π the share of the target.
 * It needs no negatives, only positives and everybody, and so stays right where the others are
 * merely unlabelled.
 *
 * <p>M. Vuk, T. Curk, ROC curve, lift chart and calibration plot, Metodološki zvezki 3 (2006);
 * S. Jiang et al., Improving positive unlabeled learning: practical AUL estimation and new training
 * method for extremely imbalanced data sets, arXiv 2004.09820.
 */
public final class AreaUnderLift {
  private AreaUnderLift() {}

  /** From 0 to 1, 0.5 for a random order; null when nobody is in the target. */
  public static @Nullable Double of(Ranking ranking) {
    double positives = ranking.positives();
    if (positives == 0) {
      return null;
    }
    double above = 0;
    double sum = 0;
    for (int g = 0; g < ranking.groups(); g++) {
      sum += ranking.users(g) * (above + ranking.hits(g) / 2);
      above += ranking.hits(g);
    }
    return sum / positives / ranking.size();
  }
}
