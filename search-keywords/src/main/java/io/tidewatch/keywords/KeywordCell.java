package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Halves;
import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.keywords.formula.Spend;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one keyword in one category; null is "no data".
 *
 * @param category null when nothing tells it
 * @param searchers of the whole word
 * @param part the category's part of the word's orders, 0 to 1; 1 for a word without orders
 * @param ordersByBrand n_kb of the brands that are known
 * @param orders n_k
 * @param winsorised G, null when {@code gmv} is
 * @param squares sum of the squared winsorised order values
 * @param foreign orders in another currency than the one summed
 * @param complete whether {@code ordersByBrand} holds every brand
 * @param brandGmv the guided revenue of the brands whose own is known, not winsorised
 * @param meetings what people met under the word in the category
 * @param halves orders by half of the window; null when the days are not known
 * @param spend what brands paid for the word, by brand
 */
record KeywordCell(
    String keyword,
    @Nullable String category,
    Basis basis,
    @Nullable Long searchers,
    double part,
    SortedMap<String, Long> ordersByBrand,
    @Nullable Long orders,
    @Nullable Long buyers,
    @Nullable BigDecimal gmv,
    @Nullable Double winsorised,
    double squares,
    long foreign,
    boolean complete,
    SortedMap<String, BigDecimal> brandGmv,
    KeywordTrend.Explanation trend,
    Meetings meetings,
    @Nullable Halves halves,
    SortedMap<String, Spend> spend) {

  static final Comparator<KeywordCell> BY_NAME = Comparator.comparing(KeywordCell::keyword)
      .thenComparing(KeywordCell::category, Comparator.nullsLast(Comparator.naturalOrder()));

  /** V of this category: its part of the searchers, at least its buyers; null when unknown. */
  @Nullable
  Double categorySearchers() {
    if (searchers == null) {
      return null;
    }
    return Math.max(searchers * part, buyers == null ? 0.0 : (double) buyers);
  }

  /** n_kb; null when the counts do not tell it. */
  @Nullable
  Long brandOrders(String brandId) {
    Long known = ordersByBrand.get(brandId);
    if (known != null) {
      return known;
    }
    return complete ? Long.valueOf(0) : null;
  }
}
