package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the keyword table says of a word in a category; null where it says nothing.
 *
 * @param spread standard error of E
 * @param gmv guided revenue, neither shrunk nor winsorised
 * @param sides by brand, those without an order included
 */
@SuppressWarnings("MemberName") // named as in the formulas and in JSON
public record TableWord(
    String keyword,
    String category,
    long searchers,
    long orders,
    long buyers,
    @Nullable Double E,
    @Nullable Double spread,
    @Nullable Double R,
    double gmv,
    SortedMap<String, Side> sides) {

  public TableWord {
    sides = Collections.unmodifiableSortedMap(new TreeMap<>(sides));
  }

  /**
   * One brand at the word.
   *
   * @param share s, shrunk to the category
   */
  @SuppressWarnings("MemberName") // named as in the formulas and in JSON
  public record Side(
      long orders,
      double share,
      KeywordLabel label,
      @Nullable Interval A,
      @Nullable Double RBrand) {}

  long brandOrders(String brandId) {
    Side side = sides.get(brandId);
    return side == null ? 0 : side.orders();
  }

  /** The brand's part of the orders, not shrunk; 0 without orders. */
  double rawShare(String brandId) {
    return orders == 0 ? 0 : (double) brandOrders(brandId) / orders;
  }

  /** The brand with most orders, the first of equals; null without any. */
  @Nullable
  String leader() {
    String leader = null;
    long most = 0;
    for (var side : sides.entrySet()) {
      if (side.getValue().orders() > most) {
        most = side.getValue().orders();
        leader = side.getKey();
      }
    }
    return leader;
  }
}
