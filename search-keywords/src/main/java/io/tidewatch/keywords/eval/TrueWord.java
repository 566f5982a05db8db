package io.tidewatch.keywords.eval;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of a family of queries in one category and window of a simulated market.
 *
 * @param spellings all its forms, the main one included, in the table's normal form
 * @param planted what was planted, {@code none} for nothing
 * @param searches made by people
 * @param botSearches made by machines
 * @param orders expected orders by brand
 * @param revenue expected money by brand, refunds not taken off
 * @param labels planted labels by brand, where they are clear
 */
public record TrueWord(
    String keyword,
    String category,
    Set<String> spellings,
    String planted,
    long searches,
    long botSearches,
    SortedMap<String, Double> orders,
    SortedMap<String, Double> revenue,
    Map<String, String> labels) {

  public TrueWord {
    spellings = Set.copyOf(spellings);
    orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    revenue = Collections.unmodifiableSortedMap(new TreeMap<>(revenue));
    labels = Map.copyOf(labels);
  }

  /** Expected orders of all brands. */
  public double allOrders() {
    return sum(orders);
  }

  double allRevenue() {
    return sum(revenue);
  }

  /** The brand's part of the expected orders, 0 to 1. */
  double share(String brandId) {
    return orders.getOrDefault(brandId, 0.0) / allOrders();
  }

  /** The largest part of one brand. */
  double leadingShare() {
    return orders.values().stream().mapToDouble(Double::doubleValue).max().orElse(0) / allOrders();
  }

  /** Entropy of the expected orders over {@code brands} brands, normalised; 0 to 1. */
  double entropy(int brands) {
    double all = allOrders();
    double entropy = 0;
    for (double one : orders.values()) {
      entropy -= one > 0 ? one / all * Math.log(one / all) : 0;
    }
    return Math.clamp(entropy / Math.log(brands), 0.0, 1.0);
  }

  static double sum(Map<String, Double> amounts) {
    return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
