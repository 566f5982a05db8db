package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rival brands of a brand: those that its catalogue entry names, then those whose products users
 * met in its main categories, by how many users care for them, most first.
 */
final class Rivals {
  private Rivals() {}

  /** Ids, best first; at most the configured number. */
  static List<String> of(Brief brief, Brief.OfBrand own) {
    String id = own.scope().brandId();
    FeatureMatrix matrix = brief.matrix();
    FeatureColumns columns = FeatureColumns.of(matrix, FeatureKind.BRAND);
    Map<String, Integer> users = new HashMap<>();
    for (int column : columns.all()) {
      users.put(matrix.feature(column).id(), matrix.carriers(column).size());
    }
    BitSet selling = met(brief, MainCategories.of(brief).keySet());
    Set<String> named =
        brief.catalogue().brand(id).map(b -> Set.copyOf(b.rivals())).orElse(Set.of());
    var rivals = new ArrayList<String>();
    for (String rival : users.keySet()) {
      int number = brief.facts().brands().number(rival);
      if (!rival.equals(id) && (named.contains(rival) || selling.get(number))) {
        rivals.add(rival);
      }
    }
    rivals.sort(Comparator.<String>comparingInt(r -> named.contains(r) ? 0 : 1)
        .thenComparingInt(r -> -users.getOrDefault(r, 0))
        .thenComparing(Comparator.naturalOrder()));
    return List.copyOf(
        rivals.subList(0, Math.min(rivals.size(), brief.config().directions().rivals())));
  }

  /** Brands whose products of these categories anybody met. */
  private static BitSet met(Brief brief, Set<Integer> categories) {
    UserFacts facts = brief.facts();
    var met = new BitSet();
    for (int fact = 0; fact < facts.size(); fact++) {
      if (facts.brand(fact) != Names.NONE && categories.contains(facts.category(fact))) {
        met.set(facts.brand(fact));
      }
    }
    return met;
  }
}
