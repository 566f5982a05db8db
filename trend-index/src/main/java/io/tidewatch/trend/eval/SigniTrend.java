package io.tidewatch.trend.eval;

/**
 * SigniTrend [Schubert, Weiler, Kriegel: SigniTrend, KDD 2014] on exact counts: (x − max(EWMA, β)) /
 * (√EWMVar + β) over epochs of one window, the bias β = 1 unit against rare keys, half-life seven
 * days.
 */
final class SigniTrend implements TrendMethod {
  private static final double BIAS = 1;
  private static final int HALF_LIFE = 168;
  private static final int EPOCHS_READ = 12;

  @Override
  public String name() {
    return "SigniTrend";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    int start = past.now() - window;
    double keep = Math.pow(0.5, (double) window / HALF_LIFE);
    int epochs = Math.min(start, EPOCHS_READ * HALF_LIFE) / window;
    return key -> {
      double mean = 0;
      double variance = 0;
      for (int e = epochs; e > 0; e--) {
        int from = start - e * window;
        if (past.observed(from, from + window) == 0) {
          continue;
        }
        double difference = past.count(key, from, from + window) - mean;
        mean += (1 - keep) * difference;
        variance = keep * (variance + (1 - keep) * difference * difference);
      }
      return (past.count(key, start, past.now()) - Math.max(mean, BIAS))
          / (Math.sqrt(variance) + BIAS);
    };
  }
}
