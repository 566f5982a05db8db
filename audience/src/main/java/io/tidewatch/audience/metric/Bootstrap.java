package io.tidewatch.audience.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % percentile interval of a figure over resamples of the users (B. Efron, Annals of Statistics
 * 7, 1979). The unit drawn is the user, since one user's rows are not independent.
 *
 * @param replicates resamples; at least 20
 * @param seed of the draws; the same seed gives the same interval
 */
public record Bootstrap(int replicates, long seed) {
  private static final int LEAST = 20;

  /**
   * Takes the settings.
   *
   * @throws IllegalArgumentException when there are fewer than 20 replicates
   */
  public Bootstrap {
    if (replicates < LEAST) {
      throw new IllegalArgumentException(
          "replicates: at least " + LEAST + " are required, got " + replicates);
    }
  }

  /**
   * The interval of one figure.
   *
   * @param figure finite, or NaN where a resample gives none; such resamples are left out
   * @throws IllegalArgumentException when the figure has no value on the users themselves
   */
  public Interval of(Ranking ranking, ToDoubleFunction<Ranking> figure) {
    return of(List.of(ranking), all -> new double[] {figure.applyAsDouble(all.getFirst())})
        .getFirst();
  }

  /**
   * The intervals of several figures over the same resamples of several rankings, each drawn for
   * itself.
   *
   * @param figures finite, or NaN where a resample gives none; such resamples are left out
   * @throws IllegalArgumentException when a figure has no value on the users themselves
   */
  public List<Interval> of(List<Ranking> rankings, Function<List<Ranking>, double[]> figures) {
    double[] mids = figures.apply(rankings);
    double[][] values = new double[mids.length][replicates];
    for (double mid : mids) {
      if (Double.isNaN(mid)) {
        throw new IllegalArgumentException(
            "figure: a value on the given users is required, got NaN");
      }
    }
    var random = new SplittableRandom(seed);
    for (int i = 0; i < replicates; i++) {
      double[] drawn =
          figures.apply(rankings.stream().map(r -> r.resampled(random)).toList());
      for (int f = 0; f < mids.length; f++) {
        values[f][i] = drawn[f];
      }
    }
    return IntStream.range(0, mids.length)
        .mapToObj(f -> interval(mids[f], values[f]))
        .toList();
  }

  private static Interval interval(double mid, double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return sorted.length == 0
        ? new Interval(mid, mid, mid)
        : new Interval(quantile(sorted, 0.025), mid, quantile(sorted, 0.975));
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
