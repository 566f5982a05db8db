package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.CredibilityPrior;
import java.util.SortedMap;

/**
 * What a category's orders say.
 *
 * @param ordersByBrand n_cb of the brands with an order
 * @param orders n_c
 * @param revenue prior of revenue per searcher
 * @param conversion prior of buyers per searcher
 */
record CategoryFigures(
    SortedMap<String, Long> ordersByBrand,
    long orders,
    CredibilityPrior revenue,
    CredibilityPrior conversion) {

  long brandOrders(String brandId) {
    return ordersByBrand.getOrDefault(brandId, 0L);
  }
}
