package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Ranks products among those of their category. */
final class CategoryRanks {
  /** Fifths of a category. */
  static final int FIFTHS = 5;

  private static final int LEAST = 5;

  private CategoryRanks() {}

  /**
   * Mid-rank of each product, 0 to 1; NaN where it has no value, or fewer than {@value #LEAST} of its
   * category have one.
   *
   * @param value by product number; NaN for none
   */
  static double[] of(UserFacts facts, IntToDoubleFunction value) {
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
      if (categories[product] != Names.NONE && !Double.isNaN(value.applyAsDouble(product))) {
        byCategory.computeIfAbsent(categories[product], c -> new ArrayList<>()).add(product);
      }
    }
    double[] ranks = new double[products];
    Arrays.fill(ranks, Double.NaN);
    for (List<Integer> valued : byCategory.values()) {
      if (valued.size() >= LEAST) {
        rank(valued, value, ranks);
      }
    }
    return ranks;
  }

  private static void rank(List<Integer> valued, IntToDoubleFunction value, double[] ranks) {
    valued.sort(Comparator.comparingDouble(value::applyAsDouble));
    int n = valued.size();
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n
          && value.applyAsDouble(valued.get(to)) == value.applyAsDouble(valued.get(from))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[valued.get(i)] = (from + to) / 2.0 / n;
      }
      from = to;
    }
  }

  /** 1 the lowest; 0 for no rank. */
  static int fifth(double rank) {
    return Double.isNaN(rank) ? 0 : Math.min(FIFTHS, 1 + (int) (rank * FIFTHS));
  }
}
