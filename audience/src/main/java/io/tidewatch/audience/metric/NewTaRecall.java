package io.tidewatch.audience.metric;

import org.jspecify.annotations.Nullable;

/**
 * NewTA Recall@N = |TopN ∩ NewTA| / |NewTA|, NewTA being all users of the universe who entered the
 * target in the window. Those whom nothing reached are in the universe with the lowest score, so
 * they count as missed.
 */
public final class NewTaRecall {
  private NewTaRecall() {}

  /**
   * At one share of the universe, 0 to 1; null when nobody entered the target.
   *
   * @throws IllegalArgumentException when the share is not above 0 and at most 1
   */
  public static @Nullable Double at(Ranking ranking, double share) {
    double hits = PredictTa.at(ranking, share).hits();
    double all = ranking.positives();
    return all == 0 ? null : hits / all;
  }
}
