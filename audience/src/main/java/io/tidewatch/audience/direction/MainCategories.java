package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.catalogue.Brand;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The categories that a target is about: by the mean of a category's share of orders and its share
 * of sales, of the brand's own orders, or of all orders of given users. Where nothing was ordered,
 * the categories in which the catalogue lists the brand share evenly; where that says nothing
 * either, the categories in which the target does anything, by number of facts.
 */
final class MainCategories {
  private MainCategories() {}

  /** Shares by number of the category, largest first; they add up to at most 1. */
  static Map<Integer, Double> of(Brief brief) {
    UserFacts facts = brief.facts();
    Brief.OfBrand brand = brief.brand();
    BrandScope scope = brand == null ? null : brand.scope();
    int categories = facts.categories().size();
    double[] orders = new double[categories];
    double[] sales = new double[categories];
    double[] acts = new double[categories];
    brief.target().forEach(user -> {
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        int category = facts.category(fact);
        if (category == Names.NONE) {
          continue;
        }
        acts[category]++;
        if (facts.isKeptOrder(fact) && (scope == null || scope.isOf(facts, fact))) {
          orders[category]++;
          sales[category] += Float.isNaN(facts.value(fact)) ? 0 : facts.value(fact);
        }
      }
    });
    double[] shares = new double[categories];
    double ordered = sum(orders);
    if (ordered > 0) {
      double sold = sum(sales);
      for (int c = 0; c < categories; c++) {
        shares[c] = sold == 0 ? orders[c] / ordered : (orders[c] / ordered + sales[c] / sold) / 2;
      }
      return largest(shares, brief.config().directions().mainCategories());
    }
    List<Integer> listed = scope == null ? List.of() : listed(brief, scope.brandId());
    if (!listed.isEmpty()) {
      listed.forEach(c -> shares[c] = 1.0 / listed.size());
      return largest(shares, brief.config().directions().mainCategories());
    }
    double all = sum(acts);
    for (int c = 0; c < categories && all > 0; c++) {
      shares[c] = acts[c] / all;
    }
    return largest(shares, brief.config().directions().mainCategories());
  }

  private static List<Integer> listed(Brief brief, String brandId) {
    return brief.catalogue().brand(brandId).stream()
        .map(Brand::categories)
        .flatMap(List::stream)
        .map(brief.facts().categories()::number)
        .filter(number -> number != Names.NONE)
        .distinct()
        .toList();
  }

  private static Map<Integer, Double> largest(double[] shares, int most) {
    var largest = new LinkedHashMap<Integer, Double>();
    IntStream.range(0, shares.length)
        .boxed()
        .filter(c -> shares[c] > 0)
        .sorted(Comparator.<Integer>comparingDouble(c -> -shares[c]).thenComparing(c -> c))
        .limit(most)
        .forEach(c -> largest.put(c, shares[c]));
    return largest;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
