package io.tidewatch.keywords.eval;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A word of the table beside what is true of it.
 *
 * @param expected the same formulas on as many orders, shared as the truth says
 * @param category true expected orders of the category by brand, from wherever they come
 * @param counted the orders of the category by brand that were counted
 */
public record JudgedWord(
    TableWord word,
    TrueWord truth,
    TableWord expected,
    SortedMap<String, Double> category,
    SortedMap<String, Long> counted) {

  public JudgedWord {
    category = Collections.unmodifiableSortedMap(new TreeMap<>(category));
    counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
  }

  /** K: brands of the category that expect orders. */
  int brands() {
    return (int) category.values().stream().filter(n -> n > 0).count();
  }

  double trueEntropy() {
    return truth.entropy(brands());
  }

  /** Entropy of the raw shares over the brands, normalised: the plug-in estimate. */
  double plugIn() {
    double entropy = 0;
    for (String brand : word.sides().keySet()) {
      double u = word.rawShare(brand);
      entropy -= u > 0 ? u * Math.log(u) : 0;
    }
    return Math.clamp(entropy / Math.log(brands()), 0.0, 1.0);
  }

  /** The brand's true share of the category. */
  double trueCategoryShare(String brandId) {
    return category.getOrDefault(brandId, 0.0) / TrueWord.sum(category);
  }

  /** ln of the true shares' ratio, floored as the table does. */
  double trueAdvantage(String brandId) {
    return logRatio(truth.share(brandId), trueCategoryShare(brandId));
  }

  /** The brand's raw share of the word over its raw share of the category; 0 without an order. */
  double rawLift(String brandId) {
    double all = counted.values().stream().mapToLong(Long::longValue).sum();
    long own = counted.getOrDefault(brandId, 0L);
    return own == 0 ? 0 : word.rawShare(brandId) / (own / all);
  }

  private static double logRatio(double share, double categoryShare) {
    return Math.log(Math.max(share / Math.max(categoryShare, 1e-9), 0.001));
  }

  /** Brands that expect orders in the category, with their side of the table. */
  Map<String, TableWord.Side> rivals() {
    var rivals = new TreeMap<String, TableWord.Side>();
    word.sides().forEach((brand, side) -> {
      if (category.getOrDefault(brand, 0.0) > 0) {
        rivals.put(brand, side);
      }
    });
    return rivals;
  }
}
