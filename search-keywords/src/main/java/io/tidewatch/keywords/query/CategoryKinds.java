package io.tidewatch.keywords.query;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.query.QueryPart;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of goods the products of a catalogue category are, by the words on which the names of
 * its brands and products end: {@code 精华} of skin care, {@code 手机} of phones.
 */
final class CategoryKinds {
  private static final int LONGEST = 4;

  private final Map<String, Set<String>> tokens = new HashMap<>();

  /** @param lexicon holds the lexicon already, and nothing of the catalogue */
  CategoryKinds(Catalogue catalogue, PhraseTrie<Sense> lexicon, QueryNormalizer normalizer) {
    for (Category category : catalogue.categories()) {
      endings(category.name(), List.of(category.id()), lexicon, normalizer);
    }
    for (Brand brand : catalogue.brands()) {
      brand.aliases().forEach(a -> endings(a, brand.categories(), lexicon, normalizer));
    }
    for (Product product : catalogue.products()) {
      endings(product.name(), List.of(product.categoryId()), lexicon, normalizer);
      product
          .aliases()
          .forEach(a -> endings(a, List.of(product.categoryId()), lexicon, normalizer));
    }
  }

  /** Whether {@code goods} is what products of {@code categoryId} plainly are. */
  boolean plain(String categoryId, Reading goods) {
    return tokens.getOrDefault(categoryId, Set.of()).contains(goods.token());
  }

  private void endings(
      String name,
      Collection<String> categories,
      PhraseTrie<Sense> lexicon,
      QueryNormalizer normalizer) {
    String word = normalizer.key(name);
    for (int n = 1; n <= Math.min(LONGEST, word.length()); n++) {
      for (Sense sense : lexicon.get(word.substring(word.length() - n))) {
        if (sense.part() == QueryPart.CATEGORY && !sense.accessory()) {
          categories.forEach(
              c -> tokens.computeIfAbsent(c, k -> new HashSet<>()).add(sense.token()));
        }
      }
    }
  }
}
