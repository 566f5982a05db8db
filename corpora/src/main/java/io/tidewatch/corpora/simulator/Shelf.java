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
    List<Keyword> keywords) {

  Shelf {
    stalls = List.copyOf(stalls);
    keywords = List.copyOf(keywords);
  }

  /** Days after which a need for such a thing comes back: longer for dear ones. */
  int cycle() {
    return (int) Math.clamp(Math.round(12 * Math.pow(medianPrice, .3)), 20L, 400L);
  }

  /** Days for which people look around before they buy, or give up. */
  int search() {
    return Math.clamp(cycle() / 6, 4, 21);
  }

  /** How readily people pay here: dear things are looked at more often than bought. */
  double purchaseFactor() {
    return Math.min(1, Math.pow(300 / medianPrice, .3)) * (medianPrice > 50_000 ? .05 : 1);
  }
}
