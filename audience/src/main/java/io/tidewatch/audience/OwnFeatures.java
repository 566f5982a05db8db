package io.tidewatch.audience;

import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is the target brand itself: the brand, its products, and keywords that hold a name or
 * alias (of at least two characters) of either. Such a feature restates the label "buys the brand",
 * so it may not score users, and facts about it feed no other feature. Not thread-safe.
 */
final class OwnFeatures {
  private final String brandId;
  private final Set<String> products;
  private final List<String> names;
  private final Map<String, Boolean> keywords = new HashMap<>();

  OwnFeatures(String brandId, Catalogue catalogue) {
    List<Product> own =
        catalogue.products().stream().filter(p -> p.brandId().equals(brandId)).toList();
    this.brandId = brandId;
    this.products = own.stream().map(Product::id).collect(Collectors.toSet());
    this.names = Stream.concat(
            catalogue.brand(brandId).stream()
                .flatMap(b -> Stream.concat(Stream.of(b.name()), b.aliases().stream())),
            own.stream().flatMap(p -> Stream.concat(Stream.of(p.name()), p.aliases().stream())))
        .map(Catalogue::fold)
        .filter(name -> name.codePointCount(0, name.length()) >= 2)
        .distinct()
        .toList();
  }

  boolean contains(Feature feature) {
    return switch (feature.kind()) {
      case BRAND -> feature.id().equals(brandId);
      case PRODUCT -> products.contains(feature.id());
      case KEYWORD -> isOwnWord(feature.id());
      case CATEGORY -> false;
    };
  }

  /** Whether the fact is about the brand. */
  boolean contains(InterestFact fact) {
    return brandId.equals(fact.brandId())
        || contains(fact.productId())
        || (fact.keyword() != null && isOwnWord(fact.keyword()));
  }

  private boolean contains(@Nullable String productId) {
    return productId != null && products.contains(productId);
  }

  private boolean isOwnWord(String keyword) {
    return keywords.computeIfAbsent(keyword, k -> names.stream().anyMatch(k::contains));
  }
}
