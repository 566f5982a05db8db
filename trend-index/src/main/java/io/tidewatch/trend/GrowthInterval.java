package io.tidewatch.trend;

import io.tidewatch.model.trend.Interval3;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The rate in the window against the rate before: λ_now ~ Gamma(n+½, F) over λ_base ~ Gamma(A, X),
 * which is [(n+½)/F]/(A/X) times an F-distributed value with 2n+1 and 2A degrees of freedom. Low,
 * mid and high are its 5, 50 and 95 % quantiles, so three posts after one are not "+200 %".
 */
final class GrowthInterval {
  /** Beyond this factor the past holds too little to say more. */
  static final double LIMIT = 1e9;

  private GrowthInterval() {}

  /** Values lie in [0, {@link #LIMIT}]. */
  static Interval3 of(long n, double exposure, double pastSum, double pastExposure) {
    double ratio = (n + 0.5) / exposure / (pastSum / pastExposure);
    FDistribution f = FDistribution.of(2.0 * n + 1, 2 * pastSum);
    return new Interval3(
        quantile(f, ratio, 0.05), quantile(f, ratio, 0.5), quantile(f, ratio, 0.95));
  }

  private static double quantile(FDistribution f, double ratio, double p) {
    // the quantile grows without bound as the past thins out: look before inverting
    if (f.survivalProbability(LIMIT / ratio) >= 1 - p) {
      return LIMIT;
    }
    return Math.min(LIMIT, ratio * f.inverseCumulativeProbability(p));
  }
}
