package io.tidewatch.keywords.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A brand's advantage on a keyword: A = ln(s/q), its share s of the keyword's orders against its
 * share q of the category's, with s = (n_kb + m·q)/(n_k + m) and q = (n_cb + ½)/(n_c + ½K_c). The
 * bounds take s from the 5 % and 95 % quantiles of Beta(n_kb + m·q, n_k − n_kb + m(1−q)). 0 = as
 * strong as in its category. Ratios below {@value #FLOOR} read as {@value #FLOOR}.
 */
public final class BrandAdvantage {
  private static final double FLOOR = 0.001;

  private final double prior;

  /** {@code prior}: m, orders that the category's share is worth; positive. */
  public BrandAdvantage(double prior) {
    if (!(prior > 0)) {
      throw new IllegalArgumentException("prior: a positive number is required, got " + prior);
    }
    this.prior = prior;
  }

  /**
   * The value with its inputs. A brand without an order in the category counts as one brand more.
   *
   * @param keywordBrand n_kb
   * @param keyword n_k
   * @param categoryBrand n_cb
   * @param category n_c
   * @param brands K_c, brands of the category with an order
   */
  public Explanation explain(
      long keywordBrand, long keyword, long categoryBrand, long category, int brands) {
    int rivalsAndBrand = known(categoryBrand, brands);
    double q = categoryShare(categoryBrand, category, rivalsAndBrand);
    double s = (keywordBrand + prior * q) / (keyword + prior);
    Interval advantage = rivalsAndBrand < 2 || q >= 1 ? null : advantage(keywordBrand, keyword, q);
    return new Explanation(
        keywordBrand, keyword, categoryBrand, category, rivalsAndBrand, prior, q, s, advantage);
  }

  /** s alone: the brand's shrunk share of the keyword's orders. */
  public double share(
      long keywordBrand, long keyword, long categoryBrand, long category, int brands) {
    double q = categoryShare(categoryBrand, category, known(categoryBrand, brands));
    return (keywordBrand + prior * q) / (keyword + prior);
  }

  /** Only the lower bound of A, and whether the upper one is below 0; null where A is. */
  @Nullable
  public Side side(long keywordBrand, long keyword, long categoryBrand, long category, int brands) {
    int rivalsAndBrand = known(categoryBrand, brands);
    double q = categoryShare(categoryBrand, category, rivalsAndBrand);
    if (rivalsAndBrand < 2 || q >= 1) {
      return null;
    }
    BetaDistribution share = posterior(keywordBrand, keyword, q);
    double lo = ratio(share.inverseCumulativeProbability(0.05), q);
    return new Side(lo, lo <= 0 && share.cumulativeProbability(q) > 0.95);
  }

  /**
   * Where A lies.
   *
   * @param lo its lower bound
   * @param below whether its upper bound is below 0
   */
  public record Side(double lo, boolean below) {}

  private static int known(long categoryBrand, int brands) {
    return Math.max(1, categoryBrand == 0 ? brands + 1 : brands);
  }

  private static double categoryShare(long categoryBrand, long category, int brands) {
    return (categoryBrand + 0.5) / (category + 0.5 * brands);
  }

  private Interval advantage(long keywordBrand, long keyword, double q) {
    BetaDistribution share = posterior(keywordBrand, keyword, q);
    double mid = (keywordBrand + prior * q) / (keyword + prior);
    return new Interval(
        ratio(share.inverseCumulativeProbability(0.05), q),
        ratio(mid, q),
        ratio(share.inverseCumulativeProbability(0.95), q));
  }

  private BetaDistribution posterior(long keywordBrand, long keyword, double q) {
    return BetaDistribution.of(keywordBrand + prior * q, keyword - keywordBrand + prior * (1 - q));
  }

  private static double ratio(double share, double q) {
    return Math.log(Math.max(share / q, FLOOR));
  }

  /** A with every input; {@code A} is null where the brand is alone in its category. */
  @SuppressWarnings("MemberName") // named as in the formulas and in JSON
  public record Explanation(
      long keywordBrandOrders,
      long keywordOrders,
      long categoryBrandOrders,
      long categoryOrders,
      int brands,
      double m,
      double q,
      double s,
      @Nullable Interval A) {}
}
