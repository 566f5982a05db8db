package io.tidewatch.keywords.formula;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Whether a brand owns a keyword: the 5 % quantile of its order share under the Jeffreys posterior
 * Beta(n_kb + ½, n_k − n_kb + ½) is at least one half.
 */
public final class Ownership {
  private static final double HALF = 0.5;

  /** The quantile with its inputs; {@code keywordBrand} is between 0 and {@code keyword}. */
  public Explanation explain(String brandId, long keywordBrand, long keyword) {
    double low = BetaDistribution.of(keywordBrand + 0.5, keyword - keywordBrand + 0.5)
        .inverseCumulativeProbability(0.05);
    return new Explanation(brandId, keywordBrand, keyword, low, low >= HALF);
  }

  /** The posterior's lower bound of the share, 0 to 1, and what follows from it. */
  public record Explanation(
      String brandId, long keywordBrandOrders, long keywordOrders, double shareLow, boolean owns) {}
}
