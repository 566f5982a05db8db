package io.tidewatch.trend.eval;

import org.apache.commons.numbers.gamma.LogGamma;

/** Upper tails of the Poisson distribution in log space. */
final class PoissonTail {
  private PoissonTail() {}

  /** −ln P(N ≥ n) for a positive mean; grows with n. */
  static double surprise(long n, double mean) {
    if (n <= mean) {
      double below = 0;
      double p = Math.exp(-mean);
      for (long m = 0; m < n; m++) {
        below += p;
        p *= mean / (m + 1);
      }
      return -Math.log(Math.max(Double.MIN_NORMAL, 1 - below));
    }
    double sum = 1;
    double term = 1;
    for (long m = n + 1; term > sum * 1e-16; m++) {
      term *= mean / m;
      sum += term;
    }
    return mean - n * Math.log(mean) + LogGamma.value(n + 1.0) - Math.log(sum);
  }
}
