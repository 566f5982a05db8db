package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several rankers of one sample, joined by the mean of their log-odds, so that the errors in which
 * they differ weigh less. Scores are probabilities as those of its parts have to be.
 *
 * <p>R. Ranjan, T. Gneiting, Combining probability forecasts, JRSS B 72 (2010), on why a mean of
 * probabilities would be too timid.
 */
public final class MeanRanker implements Ranker {
  private final String name;
  private final List<Ranker> parts;

  /**
   * Joins rankers whose scores are probabilities.
   *
   * @throws IllegalArgumentException when there is none
   */
  public MeanRanker(String name, List<Ranker> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts: at least one is required, got none");
    }
    this.name = name;
    this.parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Scorer fit(Sample sample, FitSettings settings, long seed) {
    List<Scorer> fitted =
        parts.stream().map(part -> part.fit(sample, settings, seed)).toList();
    return new Mean(name, fitted);
  }

  private record Mean(String name, List<Scorer> parts) implements Scorer {
    @Override
    public double[] scores(UserTable table) {
      double[] sum = new double[table.size()];
      for (Scorer part : parts) {
        double[] own = part.scores(table);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += Logistic.logit(own[i]);
        }
      }
      return Arrays.stream(sum).map(s -> Logistic.of(s / parts.size())).toArray();
    }

    /** The log-odds are a mean, so each part gives its share of every contribution. */
    @Override
    public Optional<Contributions> contributions(UserTable table, int user) {
      List<Contributions> all = parts.stream()
          .flatMap(part -> part.contributions(table, user).stream())
          .toList();
      return all.size() == parts.size() ? Optional.of(Contributions.mean(all)) : Optional.empty();
    }

    /**
     * Of a feature's columns together, the mean over the parts. The direction is that of columns
     * that rise with the feature; a single level's says nothing of the whole feature.
     */
    @Override
    public List<Effect> effects() {
      Map<String, List<Effect>> byFeature = parts.stream()
          .flatMap(part -> part.effects().stream())
          .collect(Collectors.groupingBy(
              e -> e.column().feature(), LinkedHashMap::new, Collectors.toList()));
      return byFeature.entrySet().stream()
          .map(e -> effect(e.getKey(), e.getValue()))
          .sorted(Comparator.comparingDouble(Effect::importance).reversed())
          .toList();
    }

    private Effect effect(String feature, List<Effect> own) {
      double importance = own.stream().mapToDouble(Effect::importance).sum();
      double direction = own.stream()
          .filter(e -> e.column().level().isEmpty())
          .collect(Collectors.averagingDouble(Effect::direction));
      return new Effect(new Column(feature, ""), importance / parts.size(), direction);
    }

    @Override
    public String card() {
      return parts.stream()
          .map(Scorer::card)
          .collect(Collectors.joining(
              "\n", "Model: " + name + ", the mean of the log-odds of these\n\n", ""));
    }
  }
}
