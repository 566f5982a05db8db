package io.tidewatch.keywords.formula;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a category says about a keyword that is little searched: the mean per searcher and how many
 * searchers that mean is worth, v₀ = variance within keywords / variance between keywords, both by
 * moments.
 *
 * <p>H. Bühlmann, E. Straub, Glaubwürdigkeit für Schadensätze (1970).
 *
 * @param mean per searcher
 * @param weight v₀ in searchers, within the given limits
 */
public record CredibilityPrior(double mean, double weight) {

  /**
   * Estimates from the keywords of one category, in any order. The weight is {@code max} when
   * keywords do not differ more than chance, or fewer than two have searchers.
   */
  public static CredibilityPrior of(List<Sample> samples, double min, double max) {
    List<Sample> used = samples.stream().filter(s -> s.searchers() > 0).sorted().toList();
    double searchers = used.stream().mapToDouble(Sample::searchers).sum();
    if (used.isEmpty()) {
      return new CredibilityPrior(0, max);
    }
    double mean = used.stream().mapToDouble(Sample::total).sum() / searchers;
    double within = used.stream().mapToDouble(Sample::squaredDeviations).sum()
        / Math.max(
            1, used.stream().mapToDouble(s -> Math.max(0, s.searchers() - 1)).sum());
    DoubleStream spread = used.stream()
        .mapToDouble(s -> s.searchers() * Math.pow(s.total() / s.searchers() - mean, 2));
    double effective = searchers
        - used.stream().mapToDouble(s -> s.searchers() * s.searchers()).sum() / searchers;
    double between = effective > 0 ? (spread.sum() - (used.size() - 1) * within) / effective : 0;
    double weight = between > 0 ? Math.clamp(within / between, min, max) : max;
    return new CredibilityPrior(mean, weight);
  }

  /** The mean of one keyword, shrunk: (total + v₀·mean) / (searchers + v₀). */
  public double shrink(double searchers, double total) {
    return (total + weight * mean) / (searchers + weight);
  }

  /**
   * One keyword.
   *
   * @param searchers positive, or it is left out
   * @param total sum of the values of its searchers
   * @param squares sum of their squares; most searchers have the value 0
   */
  public record Sample(double searchers, double total, double squares)
      implements Comparable<Sample> {

    double squaredDeviations() {
      return Math.max(0, squares - total * total / searchers);
    }

    @Override
    public int compareTo(Sample other) {
      int bySearchers = Double.compare(searchers, other.searchers);
      int byTotal = bySearchers == 0 ? Double.compare(total, other.total) : bySearchers;
      return byTotal == 0 ? Double.compare(squares, other.squares) : byTotal;
    }
  }
}
