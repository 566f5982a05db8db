package io.tidewatch.keywords.semantic;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where clicks lead: shares by product and by category, each summing to 1, or both empty.
 * Immutable.
 */
record ClickProfile(Map<String, Double> products, Map<String, Double> categories) {
  static final ClickProfile NONE = new ClickProfile(Map.of(), Map.of());

  ClickProfile {
    products = Map.copyOf(products);
    categories = Map.copyOf(categories);
  }

  boolean isEmpty() {
    return products.isEmpty();
  }

  /**
   * How alike two profiles are: the mean, over products and categories, of the Bhattacharyya
   * coefficient Σ √(p·q) of their shares. 1 for equal shares, 0 when nothing is common.
   */
  double likeness(ClickProfile other) {
    return (overlap(products, other.products) + overlap(categories, other.categories)) / 2;
  }

  private static double overlap(Map<String, Double> one, Map<String, Double> other) {
    if (one.size() > other.size()) {
      return overlap(other, one);
    }
    double sum = 0;
    for (var share : one.entrySet()) {
      Double matching = other.get(share.getKey());
      if (matching != null) {
        sum += Math.sqrt(share.getValue() * matching);
      }
    }
    return Math.min(1, sum);
  }

  /** The category with the largest share, the first by id of equal ones; null when empty. */
  @Nullable
  String category() {
    return categories.entrySet().stream()
        .min(Map.Entry.<String, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Weighted clicks being added up. */
  static final class Builder {
    private final Map<String, Double> products = new HashMap<>();
    private final Map<String, Double> categories = new HashMap<>();

    /** {@code weight} is positive; {@code category} null when it is not known. */
    void add(String product, @Nullable String category, double weight) {
      products.merge(product, weight, Double::sum);
      if (category != null) {
        categories.merge(category, weight, Double::sum);
      }
    }

    void add(ClickProfile profile, double weight) {
      profile.products.forEach((p, share) -> products.merge(p, weight * share, Double::sum));
      profile.categories.forEach((c, share) -> categories.merge(c, weight * share, Double::sum));
    }

    ClickProfile build() {
      return new ClickProfile(shares(products), shares(categories));
    }

    private static Map<String, Double> shares(Map<String, Double> weights) {
      double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
      var shares = new HashMap<String, Double>();
      weights.forEach((key, weight) -> shares.put(key, weight / sum));
      return shares;
    }
  }
}
