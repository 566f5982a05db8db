package io.tidewatch.keywords.formula;

/**
 * How a keyword's searchers moved: ln((V₁ + a)/(V₀ + a)) of the window's second half against its
 * first, a pseudo-searchers pulling small words to 0. 0 as well when the first half holds no search
 * of any keyword, because then nothing was observed.
 */
public final class KeywordTrend {
  private final double prior;

  /** {@code prior}: a, positive. */
  public KeywordTrend(double prior) {
    if (!(prior > 0)) {
      throw new IllegalArgumentException("prior: a positive number is required, got " + prior);
    }
    this.prior = prior;
  }

  public Explanation explain(long before, long after, boolean observed) {
    double trend = observed ? Math.log((after + prior) / (before + prior)) : 0;
    return new Explanation(before, after, prior, observed, trend);
  }

  /**
   * The trend with its inputs.
   *
   * @param before searchers of the first half of the window
   * @param after searchers of the second half
   * @param observed whether the first half holds any search
   */
  public record Explanation(
      long before, long after, double prior, boolean observed, double trend) {}
}
