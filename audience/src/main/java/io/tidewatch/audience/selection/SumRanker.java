package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.List;

/**
 * The plain sum of some number features, which learns nothing but how its scale goes with the chance
 * (Platt's curve). What is missing counts as 0. It cannot be led astray by a period unlike the next,
 * so it steadies learners that can.
 */
public final class SumRanker implements Ranker {
  private final String name;
  private final List<String> features;

  /**
   * Sums these features of a table.
   *
   * @throws IllegalArgumentException when there is none
   */
  public SumRanker(String name, List<String> features) {
    if (features.isEmpty()) {
      throw new IllegalArgumentException("features: at least one is required, got none");
    }
    this.name = name;
    this.features = List.copyOf(features);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    settings.require(sample);
    double[] all = sums(sample.table(), features);
    double[] own = Arrays.stream(sample.users()).mapToDouble(user -> all[user]).toArray();
    var curve = PlattCalibrator.fit(own, sample.labels(), sample.weights());
    return new Summed(name, features, curve);
  }

  private static double[] sums(UserTable table, List<String> features) {
    boolean[] counted = new boolean[table.features().size()];
    for (String feature : features) {
      int place = table.features().indexOf(FeatureSpec.number(feature));
      if (place < 0) {
        throw new IllegalArgumentException(
            "features: the number " + feature + " is required, the table has none");
      }
      counted[place] = true;
    }
    double[] sums = new double[table.size()];
    for (int user = 0; user < sums.length; user++) {
      for (int cell = table.start(user); cell < table.start(user + 1); cell++) {
        if (counted[table.featureOf(table.symbol(cell))]) {
          sums[user] += table.value(cell);
        }
      }
    }
    return sums;
  }

  private record Summed(String name, List<String> features, PlattCalibrator curve)
      implements Scorer {
    @Override
    public double[] scores(UserTable table) {
      return Arrays.stream(sums(table, features)).map(curve::probability).toArray();
    }

    @Override
    public List<Effect> effects() {
      return features.stream()
          .map(feature -> new Effect(new Column(feature, ""), 1.0 / features.size(), 1))
          .toList();
    }

    @Override
    public String card() {
      return "Model: " + name + ", the sum of " + String.join(", ", features)
          + "; only its scale was learned\n";
    }
  }
}
