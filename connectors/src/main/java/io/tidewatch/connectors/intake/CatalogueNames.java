package io.tidewatch.connectors.intake;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ids of one catalogue snapshot by id, name or alias, for records that come by the thousand. A name
 * that several entities of a kind carry stands for none. Immutable.
 */
final class CatalogueNames {
  private final Catalogue catalogue;
  private final Map<String, String> brands = new HashMap<>();
  private final Map<String, String> products = new HashMap<>();
  private final Map<String, String> categories = new HashMap<>();

  CatalogueNames(Catalogue catalogue) {
    this.catalogue = catalogue;
    Set<String> shared = new HashSet<>();
    for (Brand brand : catalogue.brands()) {
      add(brands, brand.name(), brand.id(), shared);
      brand.aliases().forEach(alias -> add(brands, alias, brand.id(), shared));
    }
    shared.forEach(brands::remove);
    shared.clear();
    for (Product product : catalogue.products()) {
      add(products, product.name(), product.id(), shared);
      product.aliases().forEach(alias -> add(products, alias, product.id(), shared));
    }
    shared.forEach(products::remove);
    for (Category category : catalogue.categories()) {
      categories.put(Catalogue.fold(category.nameEn()), category.id());
    }
    for (Category category : catalogue.categories()) {
      categories.put(Catalogue.fold(category.name()), category.id());
    }
  }

  /** The snapshot that it was made of. */
  Catalogue catalogue() {
    return catalogue;
  }

  Optional<Product> product(@Nullable String idOrName) {
    return idOrName == null
        ? Optional.empty()
        : catalogue
            .product(idOrName)
            .or(() -> catalogue.product(products.get(Catalogue.fold(idOrName))));
  }

  /** The id; null when no brand has this id or name. */
  @Nullable
  String brand(String idOrName) {
    return catalogue.brand(idOrName).isPresent() ? idOrName : brands.get(Catalogue.fold(idOrName));
  }

  /** The id; null when no category has this id or name. */
  @Nullable
  String category(String idOrName) {
    return catalogue.category(idOrName).isPresent()
        ? idOrName
        : categories.get(Catalogue.fold(idOrName));
  }

  private static void add(Map<String, String> ids, String name, String id, Set<String> shared) {
    String folded = Catalogue.fold(name);
    String before = ids.putIfAbsent(folded, id);
    if (before != null && !before.equals(id)) {
      shared.add(folded);
    }
  }
}
