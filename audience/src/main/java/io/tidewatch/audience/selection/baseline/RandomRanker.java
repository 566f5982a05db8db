package io.tidewatch.audience.selection.baseline;

import io.tidewatch.audience.selection.Effect;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTable;
import java.util.List;
import java.util.SplittableRandom;

/** Scores drawn from 0 to 1; it needs no positives. */
record RandomRanker() implements Ranker {
  @Override
  public String name() {
    return "random";
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    return new Drawn(seed);
  }

  private record Drawn(long seed) implements Scorer {
    @Override
    public double[] scores(UserTable table) {
      return new SplittableRandom(seed).doubles(table.size()).toArray();
    }

    @Override
    public List<Effect> effects() {
      return List.of();
    }

    @Override
    public String card() {
      return "Model: random scores, seed " + seed + "\n";
    }
  }
}
