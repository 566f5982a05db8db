package io.tidewatch.trend.eval;

/** Ranks by the count in the window alone. */
final class PlainCounts implements TrendMethod {
  @Override
  public String name() {
    return "plain counts";
  }

  @Override
  public int earlyWindow() {
    return 12;
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    return key -> past.count(key, past.now() - window, past.now());
  }
}
