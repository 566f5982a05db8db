package io.tidewatch.trend.eval;

/**
 * Contribution to the Kullback–Leibler divergence between what is said and what is expected, p·ln(p/q)
 * with q the share of the seven days before, remembered as a maximum that decays by half a day
 * [Instagram Engineering: Trending at Instagram, 2015].
 */
final class KlDecayedMaximum implements TrendMethod {
  private static final int WEEK = 168;
  private static final int STEP = 6;
  private static final int HALF_LIFE = 12;
  private static final int STEPS = 9;

  @Override
  public String name() {
    return "KL, decayed maximum";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    return key -> {
      double best = 0;
      for (int s = 0; s < STEPS && past.now() - s * STEP >= window; s++) {
        best = Math.max(
            best,
            divergence(past, key, past.now() - s * STEP, window)
                * Math.pow(0.5, (double) s * STEP / HALF_LIFE));
      }
      return best;
    };
  }

  private static double divergence(Past past, int key, int end, int window) {
    int start = end - window;
    double n = past.count(key, start, end);
    double p = n / Math.max(1, past.documents(start, end));
    double q = (past.count(key, start - WEEK, start) + 0.5)
        / Math.max(1, past.documents(start - WEEK, start));
    return n > 0 && p > q ? p * Math.log(p / q) : 0;
  }
}
