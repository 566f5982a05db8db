package io.tidewatch.trend.eval;

/**
 * Poisson surprise against the mean rate of the seven days before the window, half a unit added so
 * that a silent week has a rate.
 */
final class WeekPoisson implements TrendMethod {
  private static final int WEEK = 168;

  @Override
  public String name() {
    return "7-day Poisson";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    int start = past.now() - window;
    double hours = Math.max(1, past.observed(start - WEEK, start));
    double length = Math.max(1, past.observed(start, past.now()));
    return key -> PoissonTail.surprise(
        past.count(key, start, past.now()),
        (past.count(key, start - WEEK, start) + 0.5) / hours * length);
  }
}
