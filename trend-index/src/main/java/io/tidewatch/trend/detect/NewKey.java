package io.tidewatch.trend.detect;

import io.tidewatch.model.trend.Interval3;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What can be said of a key that was never counted before the window: its rate now from its own few
 * units under Jeffreys' prior for a Poisson rate, Gamma(n+½, F) [Jeffreys: An Invariant Form for the
 * Prior Probability, 1946]; the highest rate that the silence before still allows, the 95 % quantile
 * of Gamma(½, X); and how sure it is that the one lies above the other.
 *
 * @param n units in the window, at least 1
 * @param exposure F of the window, positive
 * @param silence exposure of the past in which nothing was counted, not negative
 * @param firstHour hour since 1970 in which it was first counted
 */
public record NewKey(long n, double exposure, double silence, long firstHour) {
  private static final double HALF = 0.5;

  public NewKey {
    if (n < 1 || !(exposure > 0) || !(silence >= 0)) {
      throw new IllegalArgumentException(
          "new key: n at least 1, a positive exposure and a silence of at least 0 are required, got "
              + n
              + ", "
              + exposure
              + " and "
              + silence);
    }
  }

  /** Units an hour of average activity: 5, 50 and 95 % quantiles. */
  public Interval3 rate() {
    var gamma = GammaDistribution.of(n + HALF, 1 / exposure);
    return new Interval3(
        gamma.inverseCumulativeProbability(0.05),
        gamma.inverseCumulativeProbability(0.5),
        gamma.inverseCumulativeProbability(0.95));
  }

  /** The rate that the silence allows at most, with 95 %; infinite without any past. */
  public double allowed() {
    return silence == 0
        ? Double.POSITIVE_INFINITY
        : GammaDistribution.of(HALF, 1 / silence).inverseCumulativeProbability(0.95);
  }

  /** Probability that the rate now lies above what the silence allows, 0 to 1; 0 without a past. */
  public double certainty() {
    return silence == 0
        ? 0
        : GammaDistribution.of(n + HALF, 1 / exposure).survivalProbability(allowed());
  }

  /** Every input, then the rate and the certainty. */
  public Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("n", (double) n);
    values.put("F", exposure);
    values.put("silence", silence);
    values.put("firstHour", (double) firstHour);
    values.put("rate", rate().mid());
    if (silence > 0) {
      values.put("allowed", allowed());
    }
    values.put("certainty", certainty());
    return values;
  }
}
