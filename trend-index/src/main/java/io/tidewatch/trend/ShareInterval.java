package io.tidewatch.trend;

import io.tidewatch.model.trend.Interval3;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The share k of n under the Jeffreys prior: low and high are the 5 and 95 % quantiles of
 * Beta(k+½, n−k+½), mid is k/n [Brown, Cai, DasGupta 2001]. Without any count mid is ½, the mean of
 * the prior.
 */
public final class ShareInterval {
  private ShareInterval() {}

  /** Values lie in [0, 1], low <= mid <= high. */
  public static Interval3 of(long k, long n) {
    if (k < 0 || k > n) {
      throw new IllegalArgumentException("k: 0 <= k <= n is required, got " + k + " of " + n);
    }
    BetaDistribution beta = BetaDistribution.of(k + 0.5, n - k + 0.5);
    double low = k == 0 && n > 0 ? 0 : beta.inverseCumulativeProbability(0.05);
    double high = k == n && n > 0 ? 1 : beta.inverseCumulativeProbability(0.95);
    return new Interval3(low, n == 0 ? 0.5 : (double) k / n, high);
  }
}
