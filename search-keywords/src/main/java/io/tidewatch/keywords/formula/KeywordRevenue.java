package io.tidewatch.keywords.formula;

import org.jspecify.annotations.Nullable;

/**
 * Revenue that a keyword guides in the window: R = V·RPS with revenue per searcher RPS = (G +
 * v₀·RPS_c)/(V + v₀) shrunk to its category, G the order values winsorised at the category's 99 %
 * quantile. A brand's part is R·s, s its shrunk order share ({@link BrandAdvantage}). The
 * conversion rate is shrunk in the same way.
 */
public final class KeywordRevenue {
  private KeywordRevenue() {}

  /** The value with its inputs; {@code brandShare} is null without a brand. */
  public static Explanation explain(
      double searchers, double gmv, CredibilityPrior prior, @Nullable Double brandShare) {
    double perSearcher = prior.shrink(searchers, gmv);
    double revenue = searchers * perSearcher;
    return new Explanation(
        searchers,
        gmv,
        prior.mean(),
        prior.weight(),
        perSearcher,
        revenue,
        brandShare,
        brandShare == null ? null : revenue * brandShare);
  }

  /**
   * R and what it was computed from; money in the configured currency.
   *
   * @param searchers V, the keyword's searchers times the category's part of its orders
   * @param gmv G, winsorised
   * @param categoryPerSearcher RPS_c
   * @param v0 searchers that the category's mean is worth
   * @param perSearcher RPS, shrunk
   * @param brandShare s, null without a brand
   */
  @SuppressWarnings("MemberName") // named as in the formulas and in JSON
  public record Explanation(
      double searchers,
      double gmv,
      double categoryPerSearcher,
      double v0,
      double perSearcher,
      double R,
      @Nullable Double brandShare,
      @Nullable Double RBrand) {}
}
