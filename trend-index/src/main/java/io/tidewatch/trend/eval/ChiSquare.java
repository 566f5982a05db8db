package io.tidewatch.trend.eval;

/**
 * χ² of window against rest and key against others [Manning, Raghavan, Schütze: Introduction to
 * Information Retrieval, 13.5.2], as significant_terms offers it; 0 when the share has fallen.
 */
final class ChiSquare implements TrendMethod {
  @Override
  public String name() {
    return "chi-square";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    Shares shares = new Shares(past, window);
    double foreground = shares.inAll();
    double all = shares.allAll();
    return key -> {
      double n11 = shares.in(key);
      double n01 = shares.all(key) - n11;
      double n10 = foreground - n11;
      double n00 = all - foreground - n01;
      if (n11 / foreground <= (n11 + n01) / all) {
        return 0;
      }
      double cross = n11 * n00 - n10 * n01;
      return all
          * cross
          * cross
          / ((n11 + n01) * Math.max(1, n10 + n00) * foreground * Math.max(1, all - foreground));
    };
  }
}
