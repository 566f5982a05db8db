package io.tidewatch.trend.detect;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * A negative binomial count, what a Poisson count becomes when its rate is Gamma distributed
 * [Greenwood and Yule 1920], scored by the mid-P value [Lancaster 1961]: mean E and variance V &gt; E,
 * read in log space so that tails far beyond the range of {@code double} keep their meaning.
 * Immutable.
 *
 * <p>With r = E²/(V−E) and q = 1 − E/V: P(N=n) = Γ(n+r)/(Γ(r) n!) · (1−q)^r · q^n.
 */
final class NegativeBinomial {
  private static final double NEGLIGIBLE = 1e-17;

  private final double mean;
  private final double r;
  private final double q;
  private final double logP;
  private final double logQ;

  NegativeBinomial(double mean, double variance) {
    if (!(mean > 0) || !(variance > mean)) {
      throw new IllegalArgumentException(
          "variance: 0 < mean < variance is required, got " + mean + " and " + variance);
    }
    this.mean = mean;
    this.r = mean * mean / (variance - mean);
    this.q = (variance - mean) / variance;
    this.logP = Math.log(mean / variance);
    this.logQ = Math.log(q);
  }

  /** ln P(N = n). */
  double logProbability(long n) {
    return LogGamma.value(n + r)
        - LogGamma.value(r)
        - LogGamma.value(n + 1.0)
        + r * logP
        + n * logQ;
  }

  /**
   * The standard normal quantile Φ⁻¹(1 − midP(N ≥ n)), midP(N ≥ n) = P(N &gt; n) + ½P(N = n). Finite
   * for every n ≥ 0 and growing with n.
   */
  double midPScore(long n) {
    return n > mean
        ? NormalQuantile.ofLogUpperTail(logUpperMid(n))
        : -NormalQuantile.ofLogUpperTail(logLowerMid(n));
  }

  /** ln midP(N ≥ n), summed upwards from n: exact in the upper tail. */
  double logUpperMid(long n) {
    double sum = 0.5;
    double term = 1;
    for (long m = n; term > sum * NEGLIGIBLE; m++) {
      double ratio = q * (r + m) / (m + 1.0);
      term *= ratio;
      sum += term;
      if (ratio < 1 && term * ratio / (1 - ratio) < sum * NEGLIGIBLE) {
        break;
      }
    }
    return Math.min(0, logProbability(n) + Math.log(sum));
  }

  /** ln [P(N &lt; n) + ½P(N = n)], summed downwards from n: exact in the lower tail. */
  double logLowerMid(long n) {
    double sum = 0.5;
    double term = 1;
    for (long m = n; m > 0 && term > sum * NEGLIGIBLE; m--) {
      term *= m / (q * (r + m - 1));
      sum += term;
    }
    return Math.min(0, logProbability(n) + Math.log(sum));
  }
}
