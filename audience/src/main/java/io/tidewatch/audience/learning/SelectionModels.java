package io.tidewatch.audience.learning;

import io.tidewatch.audience.direction.Direction;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.Learner;
import io.tidewatch.audience.selection.LogisticLearner;
import io.tidewatch.audience.selection.MeanRanker;
import io.tidewatch.audience.selection.SumRanker;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.List;

/**
 * The models of a selection, for a few thousand users who moved and thirty numbers: shallow trees,
 * leaves of many users, a strong penalty.
 */
final class SelectionModels {
  static final String NAME = "tidewatch";

  /** Systems whose scores are probabilities, by the names they have in tables. */
  static final List<String> NAMES =
      List.of(NAME, NAME + ", learned", NAME + ", boosted", NAME + ", forest", NAME + ", logistic");

  private SelectionModels() {}

  static Learner boosted() {
    return TreeLearner.boosted(new TreeSettings(150, 3, 0.05, 3, 0.8, 0.6));
  }

  static Learner forest() {
    return TreeLearner.forest(new TreeSettings(150, 8, 1, 2, 0.632, 0.3));
  }

  static Learner logistic() {
    return new LogisticLearner(10);
  }

  /** What is learned, by three learners, and what is not, the sum of the directions: half each. */
  static MeanRanker together() {
    return new MeanRanker(NAME, List.of(learned(), directions()));
  }

  static MeanRanker learned() {
    return new MeanRanker(
        NAME + ", learned",
        List.of(
            new LearnedRanker(boosted()),
            new LearnedRanker(forest()),
            new LearnedRanker(logistic())));
  }

  private static SumRanker directions() {
    return new SumRanker(
        "six directions",
        Direction.ALL.stream().map(d -> RelativeColumns.DIRECTION + d.name()).toList());
  }
}
