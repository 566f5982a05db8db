package io.tidewatch.keywords;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One table with the catalogue and constants it is read with.
 *
 * @param config with the window's length
 */
record KeywordScope(
    KeywordTable table, Catalogue catalogue, KeywordConfig config, KeywordFamilies families) {

  KeywordRanking ranking(Locale lang, @Nullable Double margin) {
    return new KeywordRanking(this, lang, margin);
  }

  /** The categories that are asked about: those below the given one, or the brand's, or all. */
  Set<String> categories(@Nullable String brandId, @Nullable String categoryId) {
    if (categoryId != null) {
      return below(categoryId);
    }
    return brandId != null ? categoriesOf(brandId) : table.categories();
  }

  /** Where the brand is listed, sells or was ordered. */
  private Set<String> categoriesOf(String brandId) {
    var categories = new TreeSet<>(table.categoriesOf(brandId));
    catalogue.products().stream()
        .filter(p -> p.brandId().equals(brandId))
        .map(Product::categoryId)
        .forEach(categories::add);
    catalogue.brand(brandId).map(Brand::categories).orElse(List.of()).stream()
        .flatMap(c -> below(c).stream())
        .forEach(categories::add);
    return categories;
  }

  /** A category and those below it. */
  private Set<String> below(String categoryId) {
    var found = new TreeSet<String>();
    found.add(categoryId);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Category category : catalogue.categories()) {
        String parent = category.parent();
        grown |= parent != null && found.contains(parent) && found.add(category.id());
      }
    }
    return found;
  }
}
