package io.tidewatch.trend.eval;

/**
 * "Last hour against the past twelve": an hour's count over one more than the twelve hours' mean
 * before it; the loudest hour of the window counts.
 */
final class LastHour implements TrendMethod {
  private static final int BEFORE = 12;

  @Override
  public String name() {
    return "last hour against 12";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    return key -> {
      double best = 0;
      for (int h = Math.max(0, past.now() - window); h < past.now(); h++) {
        int n = past.count(key, h, h + 1);
        if (n > 0) {
          double mean =
              (double) past.count(key, h - BEFORE, h) / Math.max(1, past.observed(h - BEFORE, h));
          best = Math.max(best, n / (1 + mean));
        }
      }
      return best;
    };
  }
}
