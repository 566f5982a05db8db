package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    int[] users = sample.users();
    double[] own = Arrays.stream(users).mapToDouble(user -> all[user]).toArray();
    var curve = PlattCalibrator.fit(own, sample.labels(), sample.weights());
    return new Summed(name, features, means(sample.table(), users), curve);
  }

  private Map<String, Double> means(UserTable table, int[] users) {
    double[] sums = new double[table.features().size()];
    for (int user : users) {
      for (int cell = table.start(user); cell < table.start(user + 1); cell++) {
        sums[table.featureOf(table.symbol(cell))] += table.value(cell);
      }
    }
    Map<String, Double> means = new LinkedHashMap<>();
    for (String feature : features) {
      int place = table.features().indexOf(FeatureSpec.number(feature));
      means.put(feature, sums[place] / users.length);
    }
    return means;
  }

  private static Map<String, Double> addends(UserTable table, List<String> features, int user) {
    Map<String, Double> addends = new LinkedHashMap<>();
    for (int cell = table.start(user); cell < table.start(user + 1); cell++) {
      String feature = table.features().get(table.featureOf(table.symbol(cell))).name();
      if (features.contains(feature)) {
        addends.put(feature, (double) table.value(cell));
      }
    }
    return addends;
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

  /** {@code means}: of the sample, by feature. */
  private record Summed(
      String name, List<String> features, Map<String, Double> means, PlattCalibrator curve)
      implements Scorer {
    @Override
    public double[] scores(UserTable table) {
      return Arrays.stream(sums(table, features)).map(curve::probability).toArray();
    }

    /** What stands above or below the sample's mean, times the slope of the curve. */
    @Override
    public Optional<Contributions> contributions(UserTable table, int user) {
      Map<String, Double> addends = addends(table, features, user);
      Map<String, Double> byFeature = new LinkedHashMap<>();
      double start = curve.intercept();
      for (String feature : features) {
        double mean = Objects.requireNonNull(means.get(feature));
        byFeature.put(feature, curve.slope() * (addends.getOrDefault(feature, 0.0) - mean));
        start += curve.slope() * mean;
      }
      return Optional.of(new Contributions(start, byFeature));
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
