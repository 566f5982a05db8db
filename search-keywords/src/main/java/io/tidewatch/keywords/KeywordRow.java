package io.tidewatch.keywords;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One keyword in one category, as seen by a brand or, without one, by nobody in particular. Names
 * are the names in JSON. Null is "no data", never 0.
 *
 * @param keyword normalised query
 * @param brandId null without a brand; then so are {@code label}, {@code RBrand}, {@code A} and
 *     {@code score}
 * @param category category id; null when nothing tells it
 * @param E competition, 0 (owned) to 1 (open)
 * @param nEff number of equally strong brands
 * @param hhi concentration of the same shrunk shares
 * @param R revenue guided in the window, in the configured currency
 * @param RBrand the brand's part of it
 * @param A advantage; above 0 the brand is stronger here than in its category
 * @param score chance that a searcher whom the brand does not yet hold buys it within 28 days
 * @param owners brands with the largest order shares, best first, at most five
 * @param basis {@code behaviour} = own records, {@code aggregate} = imported totals, {@code title}
 *     = orders of products whose name holds the word
 */
@SuppressWarnings("MemberName") // named as in the formulas and in JSON
public record KeywordRow(
    String keyword,
    @Nullable String brandId,
    @Nullable String category,
    @Nullable KeywordLabel label,
    @Nullable Double E,
    @Nullable Double nEff,
    @Nullable Double hhi,
    @Nullable Double R,
    @Nullable Double RBrand,
    @Nullable Interval A,
    Counts counts,
    @Nullable Double score,
    List<Owner> owners,
    String basis,
    List<Reason> reasons) {

  public KeywordRow {
    owners = List.copyOf(owners);
    reasons = List.copyOf(reasons);
  }

  /**
   * Raw counts of the window.
   *
   * @param searchers distinct users who searched the word, in all its categories
   * @param orders distinct (user, brand, day) with a paid order that the word led to
   * @param brandOrders those of the brand; null without one
   * @param buyers distinct users with such an order
   * @param gmv sum of those orders less refunds, not winsorised
   */
  public record Counts(
      @Nullable Long searchers,
      @Nullable Long orders,
      @Nullable Long brandOrders,
      @Nullable Long buyers,
      @Nullable BigDecimal gmv) {}

  /** A brand and its share of the keyword's orders, 0 to 1. */
  public record Owner(String brandId, double share) {}
}
