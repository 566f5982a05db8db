package io.tidewatch.trend.detect;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the standard normal distribution from tail probabilities given as logarithms. */
final class NormalQuantile {
  /** Below this the tail is taken from its asymptotic series, which is then exact. */
  private static final double ASYMPTOTIC = -600;

  private static final double LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private NormalQuantile() {}

  /** The z with ln P(Z &gt; z) = {@code logTail}; finite for every finite {@code logTail <= 0}. */
  static double ofLogUpperTail(double logTail) {
    if (logTail > ASYMPTOTIC) {
      double tail = Math.exp(logTail);
      // beyond the last double below one the lower bound of what a score can say
      return tail >= 1
          ? -STANDARD.inverseSurvivalProbability(Math.ulp(1.0) / 2)
          : STANDARD.inverseSurvivalProbability(tail);
    }
    double z = Math.sqrt(-2 * logTail);
    for (int i = 0; i < 4; i++) {
      z += (logSurvival(z) - logTail) / (z + 1 / z);
    }
    return z;
  }

  private static double logSurvival(double z) {
    double w = 1 / (z * z);
    return -0.5 * z * z - Math.log(z) - LOG_SQRT_2PI + Math.log1p(-w * (1 - w * (3 - 15 * w)));
  }
}
