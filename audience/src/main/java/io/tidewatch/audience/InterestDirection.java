package io.tidewatch.audience;

import io.tidewatch.audience.FeatureTable.Weighed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Scores users by what they care about: Σ δ·tanh(interest/s) over the kept features, δ the
 * feature's log-odds, s the saturation, so that many clicks on one thing do not outweigh a broad
 * likeness. The target itself is left out, and so is whoever shares no kept feature.
 */
final class InterestDirection {
  static final String NAME = "interest";
  private static final int REASONS = 3;

  private final AudienceConfig config;
  private final Wording wording;

  InterestDirection(AudienceConfig config, Wording wording) {
    this.config = config;
    this.wording = wording;
  }

  /** The best {@code size} users, ties by user id; {@code notes} join every row's reasons. */
  List<AudienceRow> expand(
      Audience audience, List<Weighed> features, int size, List<Reason> notes) {
    InterestMatrix matrix = audience.matrix();
    var byColumn = new Weighed[matrix.features()];
    features.forEach(f -> byColumn[f.column()] = f);
    var scored = new ArrayList<Scored>();
    for (int row = 0; row < matrix.users(); row++) {
      if (!audience.target().get(row)) {
        double score = score(matrix, row, byColumn);
        if (score > 0) {
          scored.add(new Scored(row, matrix.user(row), score));
        }
      }
    }
    return scored.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::userId))
        .limit(size)
        .map(s -> new AudienceRow(
            s.userId(),
            s.score(),
            Map.of(NAME, s.score()),
            reasons(matrix, s.row(), byColumn, notes)))
        .toList();
  }

  private double score(InterestMatrix matrix, int row, Weighed[] byColumn) {
    var sum = new Sum();
    matrix.forEach(row, (column, interest) -> {
      Weighed feature = byColumn[column];
      if (feature != null) {
        sum.value += contribution(feature, interest);
      }
    });
    return sum.value;
  }

  private double contribution(Weighed feature, double interest) {
    return feature.delta() * Math.tanh(interest / config.saturation());
  }

  private List<Reason> reasons(
      InterestMatrix matrix, int row, Weighed[] byColumn, List<Reason> notes) {
    var parts = new ArrayList<Part>();
    matrix.forEach(row, (column, interest) -> {
      Weighed feature = byColumn[column];
      if (feature != null) {
        parts.add(new Part(feature, interest, contribution(feature, interest)));
      }
    });
    var reasons = new ArrayList<Reason>();
    parts.stream()
        .sorted(Comparator.comparingDouble(Part::contribution)
            .reversed()
            .thenComparing(p -> p.feature().feature()))
        .limit(REASONS)
        .map(this::reason)
        .forEach(reasons::add);
    reasons.addAll(notes);
    return reasons;
  }

  private Reason reason(Part part) {
    FeatureRow row = part.feature().row();
    Double tgi = row.tgi();
    return new Reason(
        NAME,
        wording.say(
            "近期关注%s「%s」,目标人群 TGI %.0f",
            "Lately interested in the %s %s, TGI of the target %.0f",
            wording.kind(part.feature().feature().kind()),
            row.name(),
            tgi == null ? 0 : tgi),
        row.feature(),
        part.interest(),
        part.contribution());
  }

  private record Scored(int row, String userId, double score) {}

  private record Part(Weighed feature, double interest, double contribution) {}

  private static final class Sum {
    private double value;
  }
}
