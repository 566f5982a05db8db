package io.tidewatch.audience.direction;

import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.audience.answer.FeatureRow;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureKind.Measure;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores users by what they care about: Σ δ·strength over the kept features, δ the feature's
 * log-odds, strength tanh(interest/s) with the saturation s, so that many clicks on one thing do not
 * outweigh a broad likeness. Reaches whoever shares a kept interest; times, spending, attributes
 * and what others say of the products alone reach nobody, for they hold of too many.
 */
public final class InterestDirection implements Direction {

  @Override
  public String name() {
    return "interest";
  }

  @Override
  public boolean needsBrand() {
    return false;
  }

  @Override
  public Reach reach(Brief brief) {
    FeatureMatrix matrix = brief.matrix();
    var byColumn = new Weighed[matrix.features()];
    brief.features().forEach(f -> byColumn[f.column()] = f);
    float[] scores = new float[matrix.users()];
    brief.universe().forEach(user -> scores[user] = score(brief, byColumn, user));
    return new Reach(name(), scores, user -> reasons(brief, byColumn, user));
  }

  private static float score(Brief brief, @Nullable Weighed[] byColumn, int user) {
    FeatureMatrix matrix = brief.matrix();
    double score = 0;
    boolean interested = false;
    for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
      Weighed feature = byColumn[matrix.column(entry)];
      if (feature != null) {
        score += contribution(brief, feature, matrix.value(entry));
        FeatureKind kind = feature.feature().kind();
        interested |= kind.measure() == Measure.INTEREST && !kind.isOfTalk();
      }
    }
    return interested ? (float) Math.max(0, score) : 0;
  }

  private static double contribution(Brief brief, Weighed feature, double value) {
    return feature.delta()
        * feature.feature().kind().strength(value, brief.config().saturation());
  }

  private List<Reason> reasons(Brief brief, @Nullable Weighed[] byColumn, int user) {
    FeatureMatrix matrix = brief.matrix();
    var parts = new RankedParts();
    for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
      Weighed feature = byColumn[matrix.column(entry)];
      if (feature != null) {
        FeatureRow row = feature.row();
        Double tgi = row.tgi();
        double value = matrix.value(entry);
        parts.add(new Reason(
            name(),
            brief
                .wording()
                .say(
                    "近期关注%s「%s」,目标人群 TGI %.0f",
                    "Lately interested in the %s %s, TGI of the target %.0f",
                    brief.wording().kind(feature.feature().kind()),
                    row.name(),
                    tgi == null ? 0 : tgi),
            row.feature(),
            value,
            contribution(brief, feature, value)));
      }
    }
    return parts.reasons();
  }
}
