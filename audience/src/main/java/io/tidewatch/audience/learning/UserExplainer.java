package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.EvidenceReasons;
import io.tidewatch.audience.answer.Explanation;
import io.tidewatch.audience.answer.Explanation.Contribution;
import io.tidewatch.audience.answer.Explanation.DirectionScore;
import io.tidewatch.audience.answer.Explanation.ModelScore;
import io.tidewatch.audience.answer.Explanation.Standing;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.selection.Contributions;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes one user's standing apart from what was computed for all: state, directions, the model's score.
 * For one thread, as the directions' reasons are.
 */
final class UserExplainer {
  private final BrandMoment moment;
  private final RelativeColumns columns;
  private final Scorer scorer;
  private final double[] scores;
  private final int[] universe;
  private final HeldEvidence evidence;
  private final StandingWords words;
  private final ColumnWords columnWords;

  /** {@code scores}: one a row of the universe. */
  UserExplainer(BrandMoment moment, RelativeColumns columns, Scorer scorer, double[] scores) {
    this.moment = moment;
    this.columns = columns;
    this.scorer = scorer;
    this.scores = scores;
    this.universe = moment.universe().toArray();
    this.evidence = new HeldEvidence(moment.facts(), moment.brand().reader());
    this.words = new StandingWords(moment);
    this.columnWords = new ColumnWords(moment.brief().wording());
  }

  /** {@code size}: users that the default selection takes. */
  Explanation explain(String userId, int user, Goal goal, int size) {
    int row = Arrays.binarySearch(universe, user);
    boolean open = row >= 0;
    Standing standing = open ? standing(row, size) : null;
    return new Explanation(
        userId,
        moment.brand().scope().brandId(),
        goal.label(),
        moment.facts().asOf(),
        moment.states().state(user).name(),
        words.of(user, standing),
        evidence.of(user),
        open ? directions(user) : List.of(),
        open ? model(row) : null,
        standing);
  }

  private Standing standing(int row, int size) {
    int place = 1;
    for (int other = 0; other < scores.length; other++) {
      if (scores[other] > scores[row] || (scores[other] == scores[row] && other < row)) {
        place++;
      }
    }
    return new Standing(size, place, scores.length, place <= size);
  }

  private List<DirectionScore> directions(int user) {
    Map<String, Double> evidences = moment.aggregation().directions(user);
    return moment.aggregation().reaches().stream()
        .map(reach -> direction(reach, user, evidences.get(reach.direction())))
        .toList();
  }

  private DirectionScore direction(Reach reach, int user, @Nullable Double own) {
    return new DirectionScore(
        reach.direction(),
        reach.score(user),
        own == null ? null : Double.valueOf(reach.place(user)),
        universe.length,
        own == null ? 0 : own,
        own == null ? List.of() : EvidenceReasons.scaled(reach, user, own));
  }

  private @Nullable ModelScore model(int row) {
    double[] numbers = columns.row(row);
    UserTableBuilder table = RelativeColumns.builder();
    RelativeColumns.add(numbers, table);
    Contributions taken = scorer.contributions(table.build(), 0).orElse(null);
    if (taken == null) {
      return null;
    }
    return new ModelScore(
        scores[row],
        taken.logOdds(),
        taken.start(),
        taken.byFeature().entrySet().stream()
            .filter(e -> e.getValue() != 0)
            .sorted(Comparator.comparingDouble(e -> -Math.abs(e.getValue())))
            .map(e -> contribution(e.getKey(), e.getValue(), numbers))
            .toList());
  }

  private Contribution contribution(String feature, double added, double[] numbers) {
    double value = numbers[RelativeColumns.names().indexOf(feature)];
    return new Contribution(
        feature,
        Double.isNaN(value) ? null : value,
        added,
        columnWords.contribution(feature, value, added));
  }
}
