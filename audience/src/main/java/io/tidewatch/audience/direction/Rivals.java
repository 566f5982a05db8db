package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rival brands of a brand: those that its catalogue entry names, then those that sell in its
 * main categories, by how many users care for them, most first.
 */
final class Rivals {
  private Rivals() {}

  /** Ids, best first; at most the configured number. */
  static List<String> of(Brief brief, Brief.OfBrand own) {
    String id = own.scope().brandId();
    FeatureMatrix matrix = brief.matrix();
    FeatureColumns columns = FeatureColumns.of(matrix, FeatureKind.BRAND);
    Map<String, Integer> users = new java.util.HashMap<>();
    for (int column : columns.all()) {
      users.put(matrix.feature(column).id(), matrix.carriers(column).size());
    }
    Set<String> main = MainCategories.of(brief).keySet().stream()
        .map(brief.facts().categories()::name)
        .collect(Collectors.toSet());
    Set<String> selling = new HashSet<>();
    for (Product product : brief.catalogue().products()) {
      if (main.contains(product.categoryId())) {
        selling.add(product.brandId());
      }
    }
    Set<String> named = brief.catalogue().brand(id).map(Brand::rivals).map(Set::copyOf).orElse(Set.of());
    var rivals = new ArrayList<String>();
    for (String rival : users.keySet()) {
      boolean met = brief.facts().brands().number(rival) != Names.NONE;
      if (!rival.equals(id) && met && (named.contains(rival) || selling.contains(rival))) {
        rivals.add(rival);
      }
    }
    rivals.sort(Comparator.<String, Boolean>comparing(r -> !named.contains(r))
        .thenComparing(r -> -users.getOrDefault(r, 0))
        .thenComparing(r -> r));
    return List.copyOf(
        rivals.subList(0, Math.min(rivals.size(), brief.config().directions().rivals())));
  }
}
