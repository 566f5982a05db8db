package io.tidewatch.keywords.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Buyers per searcher, Beta-Binomial shrunk to the category: the posterior Beta(b + v·μ, V − b +
 * v(1 − μ)) with the category's mean μ worth v searchers; its mean and 5 % and 95 % quantiles.
 */
public final class Conversion {
  private Conversion() {}

  /** {@code buyers} is at most {@code searchers}. */
  public static Interval of(double searchers, double buyers, CredibilityPrior prior) {
    double mean = Math.clamp(prior.mean(), 1e-9, 1 - 1e-9);
    var posterior = BetaDistribution.of(
        buyers + prior.weight() * mean,
        Math.max(0, searchers - buyers) + prior.weight() * (1 - mean));
    return new Interval(
        posterior.inverseCumulativeProbability(0.05),
        posterior.getMean(),
        posterior.inverseCumulativeProbability(0.95));
  }
}
