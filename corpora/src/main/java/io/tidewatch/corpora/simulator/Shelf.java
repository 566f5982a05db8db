package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Category;
import java.util.List;

/**
 * A category of the shop.
 *
 * @param stalls at least two, the strongest first
 * @param popularity weight among the categories
 * @param shares by stall, summing to 1: orders of the category
 */
record Shelf(
    Category category,
    List<Stall> stalls,
    double popularity,
    double medianPrice,
    Weights shares,
    List<Keyword> keywords,
    Weights keywordWeights) {

  Shelf {
    stalls = List.copyOf(stalls);
    keywords = List.copyOf(keywords);
  }

  /** How readily people pay here: dear things are looked at more often than bought. */
  double purchaseFactor() {
    return Math.min(1, Math.pow(300 / medianPrice, .3)) * (medianPrice > 50_000 ? .05 : 1);
  }
}
