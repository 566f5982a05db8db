package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.Effect;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTable;
import java.util.List;

/** A ranker that sees some features only. */
record RestrictedRanker(String name, List<String> features, Ranker ranker) implements Ranker {
  RestrictedRanker {
    features = List.copyOf(features);
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    return new Restricted(
        features, ranker.fit(sample.over(sample.table().only(features)), settings, seed));
  }

  private record Restricted(List<String> features, Scorer scorer) implements Scorer {
    @Override
    public double[] scores(UserTable table) {
      return scorer.scores(table.only(features));
    }

    @Override
    public List<Effect> effects() {
      return scorer.effects();
    }

    @Override
    public String card() {
      return scorer.card();
    }
  }
}
