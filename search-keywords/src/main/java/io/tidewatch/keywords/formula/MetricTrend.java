package io.tidewatch.keywords.formula;

import org.jspecify.annotations.Nullable;

/**
 * How a figure moved from the window's first half to its second, with 5 % and 95 % bounds of the
 * normal approximation: the logarithm of the ratio of two Poisson counts, of two shares or of two
 * sums of order values; for E the difference. Null where there is too little to tell: fewer than
 * {@value #FEW} events in both halves together.
 */
public final class MetricTrend {
  private static final int FEW = 10;
  private static final double Z = 1.6448536269514722;

  private MetricTrend() {}

  /** Of counts. */
  public static @Nullable Change ofCounts(long before, long after) {
    if (before + after < FEW) {
      return null;
    }
    double mid = Math.log((after + 0.5) / (before + 0.5));
    return change((double) before, (double) after, mid, 1 / (after + 0.5) + 1 / (before + 0.5));
  }

  /** Of hits among trials; hits beyond the trials count as all of them. */
  public static @Nullable Change ofShares(
      long hitsBefore, long trialsBefore, long hitsAfter, long trialsAfter) {
    if (hitsBefore + hitsAfter < FEW || trialsBefore < 1 || trialsAfter < 1) {
      return null;
    }
    double before = share(hitsBefore, trialsBefore);
    double after = share(hitsAfter, trialsAfter);
    double variance =
        (1 - before) / (before * (trialsBefore + 1)) + (1 - after) / (after * (trialsAfter + 1));
    return change(before, after, Math.log(after / before), variance);
  }

  /** Of sums of order values, given the sums of their squares: compound Poisson. */
  public static @Nullable Change ofSums(Halves halves) {
    Halves.Half before = halves.before();
    Halves.Half after = halves.after();
    if (before.gmv() <= 0 || after.gmv() <= 0 || orders(before) + orders(after) < FEW) {
      return null;
    }
    double variance = before.squares() / (before.gmv() * before.gmv())
        + after.squares() / (after.gmv() * after.gmv());
    return change(before.gmv(), after.gmv(), Math.log(after.gmv() / before.gmv()), variance);
  }

  /** Of E, the difference; the variance by the delta method on the shrunk shares. */
  public static @Nullable Change ofEntropy(
      KeywordEntropy.Explanation before, KeywordEntropy.Explanation after) {
    Double one = before.E();
    Double other = after.E();
    if (one == null || other == null || before.spread() == null || after.spread() == null) {
      return null;
    }
    return change(
        one,
        other,
        other - one,
        before.spread() * before.spread() + after.spread() * after.spread());
  }

  private static long orders(Halves.Half half) {
    return half.byBrand().values().stream().mapToLong(Long::longValue).sum();
  }

  private static double share(long hits, long trials) {
    return (Math.min(hits, trials) + 0.5) / (trials + 1);
  }

  private static Change change(double before, double after, double mid, double variance) {
    double spread = Z * Math.sqrt(Math.max(0, variance));
    return new Change(before, after, new Interval(mid - spread, mid, mid + spread));
  }

  /**
   * A figure in both halves.
   *
   * @param change ln(after/before), for E after − before
   */
  public record Change(double before, double after, Interval change) {}
}
