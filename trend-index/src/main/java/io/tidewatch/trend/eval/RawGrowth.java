package io.tidewatch.trend.eval;

/** The window's count over that of the window before, at least one there. */
final class RawGrowth implements TrendMethod {
  @Override
  public String name() {
    return "raw growth";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    int start = past.now() - window;
    return key -> (double) past.count(key, start, past.now())
        / Math.max(1, past.count(key, start - window, start));
  }
}
