package io.tidewatch.trend.detect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Which of two series goes before the other, and whether chance does as well: the largest correlation
 * of their de-seasonalised differences over lags, against the same with one series cut into blocks
 * and shuffled [block permutation, after Künsch: The Jackknife and the Bootstrap for General
 * Stationary Observations, 1989]. Going before is not causing.
 *
 * @param lag steps by which the first goes before the second; negative when it follows
 * @param correlation at that lag, −1 to 1
 * @param placebo share of shuffles with at least that correlation, above 0 and at most 1
 * @param steps differences that both series have at that lag
 */
public record LeadLag(int lag, double correlation, double placebo, int steps) {
  /** Shuffles of the placebo check. */
  public static final int SHUFFLES = 499;

  /** A share of shuffles up to which the order is taken for more than chance. */
  public static final double CONVINCING = 0.05;

  private static final int LEAST_STEPS = 20;

  /**
   * Compares two series of the same steps; none when they share fewer than twenty differences.
   *
   * @param first units of each step, NaN where nothing was observed
   * @param second the same of the other
   * @param season steps of a season, such as 7 for days
   * @param mostLag largest lag to try, either way, at least 0
   * @param seed of the shuffles
   */
  public static Optional<LeadLag> of(
      double[] first, double[] second, int season, int mostLag, long seed) {
    if (first.length != second.length || season < 1 || mostLag < 0) {
      throw new IllegalArgumentException(
          "series: equal lengths, a season of at least 1 and a lag of"
              + " at least 0 are required, got "
              + first.length
              + ", "
              + second.length
              + ", "
              + season
              + " and "
              + mostLag);
    }
    double[] x = differences(first, season);
    double[] y = differences(second, season);
    LeadLag best = best(x, y, mostLag);
    if (best == null) {
      return Optional.empty();
    }
    Random random = new Random(seed);
    int block = Math.max(season, mostLag + 1);
    int asGood = 0;
    for (int i = 0; i < SHUFFLES; i++) {
      LeadLag placebo = best(x, shuffled(y, block, random), mostLag);
      asGood += placebo != null && placebo.correlation >= best.correlation ? 1 : 0;
    }
    return Optional.of(
        new LeadLag(best.lag, best.correlation, (asGood + 1.0) / (SHUFFLES + 1), best.steps));
  }

  /** Whether one goes before the other by more than chance. */
  public boolean convincing() {
    return lag != 0 && correlation > 0 && placebo <= CONVINCING;
  }

  /** Lag, correlation, placebo share and steps. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("lag", (double) lag);
    values.put("correlation", correlation);
    values.put("placebo", placebo);
    values.put("steps", (double) steps);
    return values;
  }

  /** Differences of ln(1 + units), each less the mean of its place in the season. */
  private static double[] differences(double[] units, int season) {
    double[] d = new double[Math.max(0, units.length - 1)];
    Arrays.setAll(d, t -> Math.log1p(units[t + 1]) - Math.log1p(units[t]));
    for (int s = 0; s < season; s++) {
      double sum = 0;
      int n = 0;
      for (int t = s; t < d.length; t += season) {
        if (!Double.isNaN(d[t])) {
          sum += d[t];
          n++;
        }
      }
      for (int t = s; t < d.length && n > 0; t += season) {
        d[t] -= sum / n;
      }
    }
    return d;
  }

  private static @Nullable LeadLag best(double[] x, double[] y, int mostLag) {
    LeadLag best = null;
    for (int lag = -mostLag; lag <= mostLag; lag++) {
      LeadLag at = at(x, y, lag);
      if (at.steps >= LEAST_STEPS && (best == null || at.correlation > best.correlation)) {
        best = at;
      }
    }
    return best;
  }

  /** Correlation of x[t] with y[t + lag]. */
  private static LeadLag at(double[] x, double[] y, int lag) {
    int n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int t = Math.max(0, -lag); t < x.length && t + lag < y.length; t++) {
      double a = x[t];
      double b = y[t + lag];
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        n++;
        sx += a;
        sy += b;
        sxx += a * a;
        syy += b * b;
        sxy += a * b;
      }
    }
    double spread = (sxx - sx * sx / Math.max(1, n)) * (syy - sy * sy / Math.max(1, n));
    double r = spread > 1e-12 ? (sxy - sx * sy / n) / Math.sqrt(spread) : 0;
    return new LeadLag(lag, Math.clamp(r, -1, 1), 1, n);
  }

  private static double[] shuffled(double[] y, int block, Random random) {
    int blocks = Math.ceilDiv(y.length, block);
    int[] order = new int[blocks];
    Arrays.setAll(order, b -> b);
    for (int i = blocks - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    double[] shuffled = new double[y.length];
    int at = 0;
    for (int b : order) {
      int from = b * block;
      int length = Math.min(block, y.length - from);
      System.arraycopy(y, from, shuffled, at, length);
      at += length;
    }
    return shuffled;
  }
}
