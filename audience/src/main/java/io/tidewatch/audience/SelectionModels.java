package io.tidewatch.audience;

import io.tidewatch.audience.selection.Learner;
import io.tidewatch.audience.selection.LogisticLearner;
import io.tidewatch.audience.selection.MeanRanker;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.List;

/**
 * The learners of a selection, for a few thousand users who moved and thirty numbers: shallow trees,
 * leaves of many users, a strong penalty.
 */
final class SelectionModels {
  static final String NAME = "tidewatch";

  private SelectionModels() {}

  static Learner boosted() {
    return TreeLearner.boosted(new TreeSettings(150, 3, 0.05, 20, 0.8, 0.6));
  }

  static Learner forest() {
    return TreeLearner.forest(new TreeSettings(150, 10, 1, 5, 0.632, 0.3));
  }

  static Learner logistic() {
    return new LogisticLearner(10);
  }

  /** All three together. */
  static MeanRanker together() {
    return new MeanRanker(NAME, List.of(boosted(), forest(), logistic()));
  }
}
