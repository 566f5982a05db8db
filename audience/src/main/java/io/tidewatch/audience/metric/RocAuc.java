package io.tidewatch.audience.metric;

import org.jspecify.annotations.Nullable;

/**
 * Area under the receiver operating characteristic: the chance that a user of the target stands
 * above one outside it; equal scores count half.
 *
 * <p>J. Hanley, B. McNeil, Radiology 143 (1982).
 */
public final class RocAuc {
  private RocAuc() {}

  /** From 0 to 1, 0.5 for a random order; null when all or none are in the target. */
  public static @Nullable Double of(Ranking ranking) {
    double positives = ranking.positives();
    double negatives = ranking.size() - positives;
    if (positives == 0 || negatives == 0) {
      return null;
    }
    double above = 0;
    double sum = 0;
    for (int g = 0; g < ranking.groups(); g++) {
      double others = ranking.users(g) - ranking.hits(g);
      sum += others * (above + ranking.hits(g) / 2);
      above += ranking.hits(g);
    }
    return sum / positives / negatives;
  }
}
