package io.tidewatch.trend;

/**
 * What one key's own past says about its rate: decayed count a and exposure x with the undecayed
 * prior a₀, x₀ added, frozen at the start of the window. The rate is Gamma(A, X).
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
    double a = 0;
    double last = 0;
    for (int e = 0; e < counts.pastSize(); e++) {
      int hour = counts.hour(e);
      double before = past.observedBefore(hour);
      a *= RatePast.decay(before - last);
      double sum = a + past.priorSum();
      double exposure = past.exposureBefore(hour) + RatePast.PRIOR_EXPOSURE;
      Expectation expected =
          Expectation.of(past.past(hour), new GammaPoisson(sum, exposure), inverseK, 1);
      double part = past.timeline().past(hour);
      double limit = expected.mean() + 3 * Math.sqrt(expected.variance()) + 1;
      a = a * RatePast.decay(part) + Math.min(counts.count(e), limit);
      last = before + part;
    }
    a *= RatePast.decay(past.observed() - last);
    return new GammaPoisson(a + past.priorSum(), past.exposure() + RatePast.PRIOR_EXPOSURE);
  }

  /** Units an hour of average activity. */
  double rate() {
    return sum / exposure;
  }
}
