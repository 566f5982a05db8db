package io.tidewatch.trend.eval;

/**
 * Cycle-corrected Poisson [Hendrickson, Kolb, Lehman, Montague: Trend Detection in Social Data,
 * Gnip 2014]: the same hours of the week in the four weeks before give the expectation, half a unit
 * added.
 */
final class CyclePoisson implements TrendMethod {
  private static final int WEEK = 168;
  private static final int CYCLES = 4;

  @Override
  public String name() {
    return "cycle-corrected Poisson";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    int start = past.now() - window;
    double hours = 0;
    for (int c = 1; c <= CYCLES; c++) {
      hours += past.observed(start - c * WEEK, past.now() - c * WEEK);
    }
    double scale = past.observed(start, past.now()) / Math.max(1, hours);
    return key -> {
      double units = 0.5;
      for (int c = 1; c <= CYCLES; c++) {
        units += past.count(key, start - c * WEEK, past.now() - c * WEEK);
      }
      return PoissonTail.surprise(past.count(key, start, past.now()), units * scale);
    };
  }
}
