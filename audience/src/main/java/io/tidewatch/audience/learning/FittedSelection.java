package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.EvidenceReasons;
import io.tidewatch.audience.SourceRevision;
import io.tidewatch.audience.answer.Explanation;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.selection.Cut;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that was learned for a question, with everybody it scored. Safe from any thread; one question
 * at a time reads the directions' reasons.
 */
final class FittedSelection {
  private final Key key;
  private final BrandMoment moment;
  private final Sample sample;
  private final Scorer scorer;
  private final @Nullable HolidayModel holiday;
  private final int[] universe;
  private final double[] scores;
  private final UserExplainer explainer;

  FittedSelection(
      Key key,
      BrandMoment moment,
      RelativeColumns columns,
      Sample sample,
      Scorer scorer,
      @Nullable HolidayModel holiday) {
    this.key = key;
    this.moment = moment;
    this.sample = sample;
    this.scorer = scorer;
    this.universe = moment.universe().toArray();
    this.holiday = holiday;
    double[] daily = scorer.scores(columns.table());
    this.scores = holiday == null
        ? daily
        : holiday.fusion().portions(daily, holiday.scores(holiday.columns(moment, columns)));
    this.explainer = new UserExplainer(moment, columns, scorer, scores);
  }

  /** What it was learned for. */
  record Key(SelectionQuery asked, SourceRevision revision, String catalogue) {}

  Key key() {
    return key;
  }

  Sample sample() {
    return sample;
  }

  /** Null without a holiday. */
  @Nullable
  HolidayModel holiday() {
    return holiday;
  }

  Scorer scorer() {
    return scorer;
  }

  /** The users that a cut takes, best first. */
  synchronized List<SelectedRow> rows(Cut cut) {
    var rows = new ArrayList<SelectedRow>();
    for (int row : cut.take(scores, new BitSet())) {
      rows.add(row(universe[row], scores[row]));
    }
    return rows;
  }

  private SelectedRow row(int user, double score) {
    Aggregation aggregation = moment.aggregation();
    return new SelectedRow(
        moment.facts().userId(user),
        score,
        moment.states().state(user).name(),
        aggregation.directions(user),
        EvidenceReasons.of(aggregation, user),
        moment.facts().otherIds(user));
  }

  /** Why a user stands where the user stands; empty for an id without a fact. */
  synchronized Optional<Explanation> explain(String userId, int size) {
    int user = moment.facts().user(userId);
    return user == Names.NONE
        ? Optional.empty()
        : Optional.of(explainer.explain(userId, user, key.asked().goal(), size));
  }
}
