package io.tidewatch.trend.detect;

/**
 * What one key's own past says about its rate, by the conjugate prior of a Poisson rate that is
 * discounted as it ages [West and Harrison: Bayesian Forecasting and Dynamic Models, 1997]: decayed
 * count a and exposure x with the undecayed prior a₀, x₀ added, frozen at the start of the window.
 * The rate is Gamma(A, X).
 *
 * <p>A count far above expectation enters only up to E_t + 3·sd + 1, so that one burst does not
 * become the new normal. Immutable.
 *
 * @param sum A = a + a₀, positive
 * @param exposure X = x + x₀, positive
 */
public record GammaPoisson(double sum, double exposure) {

  /** Reads the past of {@code counts}; {@code inverseK} is 1/k, the kind's dispersion. */
  static GammaPoisson of(KeyCounts counts, RatePast past, double inverseK) {
    double grown = 0;
    for (int e = 0; e < counts.pastSize(); e++) {
      int hour = counts.hour(e);
      double units = counts.count(e);
      // a single unit, which most hours hold, is never above the limit
      if (units > 1) {
        double sum = grown * past.decayBefore(hour) + past.priorSum();
        double exposure = past.exposureBefore(hour) + RatePast.PRIOR_EXPOSURE;
        Expectation expected =
            Expectation.of(past.past(hour), new GammaPoisson(sum, exposure), inverseK, 1);
        double above = units - 1 - expected.mean();
        if (above > 0 && above * above > 9 * expected.variance()) {
          units = expected.mean() + 3 * Math.sqrt(expected.variance()) + 1;
        }
      }
      grown += units * past.growthAfter(hour);
    }
    double a = grown * past.decay();
    return new GammaPoisson(a + past.priorSum(), past.exposure() + RatePast.PRIOR_EXPOSURE);
  }

  /** Units an hour of average activity. */
  double rate() {
    return sum / exposure;
  }
}
