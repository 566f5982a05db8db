package io.tidewatch.audience.facts;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is a brand itself among packed facts: the brand, its products, and keywords that hold a name
 * or alias (of at least two characters) of either. Immutable.
 */
public final class BrandScope {
  private final String brandId;
  private final int brand;
  private final BitSet products = new BitSet();
  private final BitSet keywords = new BitSet();

  private BrandScope(String brandId, int brand) {
    this.brandId = brandId;
    this.brand = brand;
  }

  /** Of a brand of the catalogue. */
  public static BrandScope of(String brandId, Catalogue catalogue, UserFacts facts) {
    var scope = new BrandScope(brandId, facts.brands().number(brandId));
    List<Product> own =
        catalogue.products().stream().filter(p -> p.brandId().equals(brandId)).toList();
    for (Product product : own) {
      int number = facts.products().number(product.id());
      if (number != Names.NONE) {
        scope.products.set(number);
      }
    }
    List<String> names = Stream.concat(
            catalogue.brand(brandId).stream()
                .flatMap(b -> Stream.concat(Stream.of(b.name()), b.aliases().stream())),
            own.stream().flatMap(p -> Stream.concat(Stream.of(p.name()), p.aliases().stream())))
        .map(Catalogue::fold)
        .filter(name -> name.codePointCount(0, name.length()) >= 2)
        .distinct()
        .toList();
    for (int keyword = 0; keyword < facts.keywords().size(); keyword++) {
      String word = facts.keywords().name(keyword);
      if (names.stream().anyMatch(word::contains)) {
        scope.keywords.set(keyword);
      }
    }
    return scope;
  }

  public String brandId() {
    return brandId;
  }

  /** The brand's number; -1 when no fact names it. */
  public int brand() {
    return brand;
  }

  public boolean hasProduct(int product) {
    return product != Names.NONE && products.get(product);
  }

  public boolean hasKeyword(int keyword) {
    return keyword != Names.NONE && keywords.get(keyword);
  }

  /** Whether a fact is about the brand or one of its products. */
  public boolean isOf(UserFacts facts, int fact) {
    int of = facts.brand(fact);
    return (of != Names.NONE && of == brand) || hasProduct(facts.product(fact));
  }

  /** Whether a fact is about the brand, one of its products or a search that names either. */
  public boolean concerns(UserFacts facts, int fact) {
    return isOf(facts, fact) || hasKeyword(facts.keyword(fact));
  }
}
