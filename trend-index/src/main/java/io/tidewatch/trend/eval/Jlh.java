package io.tidewatch.trend.eval;

/**
 * JLH, the default score of Elasticsearch's significant_terms aggregation: absolute times relative
 * change of the share.
 */
final class Jlh implements TrendMethod {
  @Override
  public String name() {
    return "JLH";
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    Shares shares = new Shares(past, window);
    double foreground = shares.inAll();
    double background = shares.allAll();
    return key -> {
      double in = shares.in(key) / foreground;
      double all = shares.all(key) / background;
      return in > all ? (in - all) * (in / all) : 0;
    };
  }
}
