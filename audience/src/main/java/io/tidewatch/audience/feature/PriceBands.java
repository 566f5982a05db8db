package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;

/**
 * Where the price of each product stands among the products of its category: the mid-rank of its
 * mean price of a piece in orders before T, 0 to 1. A category of fewer than five products with a
 * price has no bands. Immutable.
 */
public final class PriceBands {
  /** Bands of a category. */
  public static final int BANDS = CategoryRanks.FIFTHS;

  private final double[] ranks;

  private PriceBands(double[] ranks) {
    this.ranks = ranks;
  }

  /** Of the products that users met. */
  public static PriceBands of(UserFacts facts) {
    return new PriceBands(CategoryRanks.of(facts, facts::unitPrice));
  }

  /** Mid-rank of a product's price in its category, 0 to 1; NaN when it has none. */
  public double rank(int product) {
    return product == Names.NONE ? Double.NaN : ranks[product];
  }

  /** Its fifth, 1 the cheapest; 0 when it has none. */
  int band(int product) {
    return CategoryRanks.fifth(rank(product));
  }
}
