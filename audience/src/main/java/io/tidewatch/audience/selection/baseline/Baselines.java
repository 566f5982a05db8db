package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.Learner;
import io.tidewatch.audience.selection.LogisticLearner;
import io.tidewatch.audience.selection.Ranker;
import java.util.List;

/** The baselines by their usual names. */
public final class Baselines {
  private Baselines() {}

  /** Logistic regression on the one-hot features, nothing diffused. */
  public static Ranker lookalike() {
    return new LearnedRanker("plain lookalike", new LogisticLearner(1));
  }

  /**
   * Boosted trees on recency, frequency and money only.
   *
   * @param features names of those three, or as many as there are
   */
  public static Ranker rfm(List<String> features, Learner boosted) {
    return new RestrictedRanker("RFM + gradient boosting", features, new LearnedRanker(boosted));
  }

  /** Everyone a random score. */
  public static Ranker random() {
    return new RandomRanker();
  }

  /** Sum of the log-odds of a user's kept tags. */
  public static Ranker tagDiffusion() {
    return new TagDiffusion();
  }

  /** Collaborative filtering with tags as the items. */
  public static Ranker tagFiltering() {
    return new TagFiltering();
  }

  /** Clusters of the seeds, then the nearest cluster. */
  public static Ranker clusterDiffusion() {
    return new ClusterDiffusion(32);
  }
}
