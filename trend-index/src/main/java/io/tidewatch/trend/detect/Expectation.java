package io.tidewatch.trend.detect;

/**
 * How many units a key should gather over an exposure F: E = g·F·A/X with variance V = E + E²/k +
 * (g·F)²·A/X², the last part being what is not known of the rate.
 */
record Expectation(double mean, double variance) {
  /**
   * ε: units an hour that any key may gather without being news, half a unit a day. Without it two
   * units of a key that was never seen outweigh fifteen of a key that has two a day.
   */
  static final double NO_NEWS = 0.5 / 24;

  /** {@code g} is the calendar's factor, 1 on an ordinary day. */
  static Expectation of(double exposure, GammaPoisson state, double inverseK, double g) {
    return of(exposure, state, inverseK, g, 0);
  }

  /**
   * What a count must exceed to be news: the same around the mean E + ε·F. A state that knows no
   * past compares keys with each other, and each of them is at its mean.
   */
  static Expectation news(double exposure, GammaPoisson state, double inverseK, double g) {
    boolean known = state.exposure() > RatePast.PRIOR_EXPOSURE;
    return of(exposure, state, inverseK, g, known ? NO_NEWS * exposure : 0);
  }

  private static Expectation of(
      double exposure, GammaPoisson state, double inverseK, double g, double more) {
    double f = g * exposure;
    double mean = f * state.rate() + more;
    double variance =
        mean + mean * mean * inverseK + f * f * state.sum() / (state.exposure() * state.exposure());
    return new Expectation(mean, variance);
  }
}
