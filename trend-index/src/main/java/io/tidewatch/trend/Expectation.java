package io.tidewatch.trend;

/**
 * How many units a key should gather over an exposure F: E = g·F·A/X with variance V = E + E²/k +
 * (g·F)²·A/X², the last part being what is not known of the rate.
 */
record Expectation(double mean, double variance) {

  /** {@code g} is the calendar's factor, 1 on an ordinary day. */
  static Expectation of(double exposure, GammaPoisson state, double inverseK, double g) {
    double f = g * exposure;
    double mean = f * state.rate();
    double variance =
        mean + mean * mean * inverseK + f * f * state.sum() / (state.exposure() * state.exposure());
    return new Expectation(mean, variance);
  }
}
