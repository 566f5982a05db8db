package io.tidewatch.audience.selection;

/** The logistic function and its inverse. */
public final class Logistic {
  private static final double LEAST = 1e-15;

  private Logistic() {}

  /** 1 / (1 + exp(−x)), 0 to 1. */
  public static double of(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }

  /** ln(p / (1 − p)), p kept a little inside 0 and 1. */
  public static double logit(double p) {
    double q = Math.min(1 - LEAST, Math.max(LEAST, p));
    return Math.log(q) - Math.log1p(-q);
  }
}
