package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Where the price of each product stands among the products of its category: the mid-rank of its
 * mean price of a piece in orders before T, 0 to 1. A category of fewer than {@value #LEAST}
 * products with a price has no bands. Immutable.
 */
public final class PriceBands {
  /** Bands of a category. */
  public static final int BANDS = 5;

  private static final int LEAST = 5;

  private final double[] ranks;

  private PriceBands(double[] ranks) {
    this.ranks = ranks;
  }

  /** Of the products that users met. */
  public static PriceBands of(UserFacts facts) {
    int products = facts.products().size();
    int[] categories = new int[products];
    Arrays.fill(categories, Names.NONE);
    for (int fact = 0; fact < facts.size(); fact++) {
      if (facts.product(fact) != Names.NONE) {
        categories[facts.product(fact)] = facts.category(fact);
      }
    }
    var byCategory = new TreeMap<Integer, List<Integer>>();
    for (int product = 0; product < products; product++) {
      if (categories[product] != Names.NONE && !Double.isNaN(facts.unitPrice(product))) {
        byCategory.computeIfAbsent(categories[product], c -> new ArrayList<>()).add(product);
      }
    }
    double[] ranks = new double[products];
    Arrays.fill(ranks, Double.NaN);
    for (List<Integer> priced : byCategory.values()) {
      if (priced.size() >= LEAST) {
        rank(priced, facts, ranks);
      }
    }
    return new PriceBands(ranks);
  }

  private static void rank(List<Integer> priced, UserFacts facts, double[] ranks) {
    priced.sort(Comparator.comparingDouble(facts::unitPrice));
    int n = priced.size();
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && facts.unitPrice(priced.get(to)) == facts.unitPrice(priced.get(from))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[priced.get(i)] = (from + to) / 2.0 / n;
      }
      from = to;
    }
  }

  /** Mid-rank of a product's price in its category, 0 to 1; NaN when it has none. */
  public double rank(int product) {
    return product == Names.NONE ? Double.NaN : ranks[product];
  }

  /** Its fifth, 1 the cheapest; 0 when it has none. */
  int band(int product) {
    double rank = rank(product);
    return Double.isNaN(rank) ? 0 : Math.min(BANDS, 1 + (int) (rank * BANDS));
  }
}
