package io.tidewatch.trend.detect;

import io.tidewatch.model.trend.Interval3;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The rate in the window against the rate before: λ_now ~ Gamma(n+½, F), Jeffreys' prior for a
 * Poisson rate, over λ_base ~ Gamma(A, X), which is [(n+½)/F]/(A/X) times an F-distributed value with
 * 2n+1 and 2A degrees of freedom [Price and Bonett: Estimating the Ratio of Two Poisson Rates, 2000,
 * for the interval of such a ratio]. Low, mid and high are its 5, 50 and 95 % quantiles, so three
 * posts after one are not "+200 %".
 *
 * @param n units in the window, not negative
 * @param exposure F of the window, positive
 * @param pastSum A, positive
 * @param pastExposure X, positive
 */
record GrowthInterval(long n, double exposure, double pastSum, double pastExposure) {
  /** Beyond this factor the past holds too little to say more. */
  static final double LIMIT = 1e9;

  /** Values lie in [0, {@link #LIMIT}]. */
  static Interval3 of(long n, double exposure, double pastSum, double pastExposure) {
    return new GrowthInterval(n, exposure, pastSum, pastExposure).interval();
  }

  /** [(n+½)/F]/(A/X). */
  double ratio() {
    return (n + 0.5) / exposure / (pastSum / pastExposure);
  }

  /** Values lie in [0, {@link #LIMIT}]. */
  Interval3 interval() {
    FDistribution f = FDistribution.of(2.0 * n + 1, 2 * pastSum);
    return new Interval3(
        quantile(f, ratio(), 0.05), quantile(f, ratio(), 0.5), quantile(f, ratio(), 0.95));
  }

  /** Every input, the ratio and both degrees of freedom, then the quantiles. */
  Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("n", (double) n);
    values.put("F", exposure);
    values.put("A", pastSum);
    values.put("X", pastExposure);
    values.put("ratio", ratio());
    values.put("freedom.now", 2.0 * n + 1);
    values.put("freedom.base", 2 * pastSum);
    Interval3 interval = interval();
    values.put("low", interval.low());
    values.put("mid", interval.mid());
    values.put("high", interval.high());
    return values;
  }

  private static double quantile(FDistribution f, double ratio, double p) {
    // the quantile grows without bound as the past thins out: look before inverting
    if (f.survivalProbability(LIMIT / ratio) >= 1 - p) {
      return LIMIT;
    }
    return Math.min(LIMIT, ratio * f.inverseCumulativeProbability(p));
  }
}
