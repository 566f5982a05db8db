package io.tidewatch.api.wiring;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.WordRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows that people type into catalogue records: names become ids, brands and categories are
 * looked up, an alias is added to what it names, a word is promoted. A row that breaks a rule is reported; the rest
 * goes in.
 */
final class CatalogueDesk {
  private final CatalogueStore store;
  private final Predicate<String> dictionary;
  private final InstantSource clock;

  /** {@code dictionary} tells whether texts are cut around a folded word without any promotion. */
  CatalogueDesk(CatalogueStore store, Predicate<String> dictionary, InstantSource clock) {
    this.store = store;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** What became of a sheet. {@code received = accepted + duplicate + malformed}. */
  record Result(int received, int accepted, int duplicate, int malformed, List<String> problems) {}

  Result accept(List<CatalogueSheet.Row> rows) {
    Map<String, String> brands = brandsOf(rows, store.current());
    int accepted = 0;
    int duplicate = 0;
    var problems = new ArrayList<String>();
    // One row at a time: a product may name a brand of the row above.
    for (CatalogueSheet.Row row : rows) {
      try {
        CatalogueRecord record = record(row, store.current(), brands);
        if (store.accept(List.of(record)).getFirst() == WriteOutcome.ACCEPTED) {
          accepted++;
        } else {
          duplicate++;
        }
      } catch (IllegalArgumentException e) {
        problems.add(row.position() + ": " + e.getMessage());
      }
    }
    return new Result(rows.size(), accepted, duplicate, problems.size(), problems);
  }

  /** Ids of a sheet's sound brands by what they are called there: they may be each other's rivals. */
  private static Map<String, String> brandsOf(List<CatalogueSheet.Row> rows, Catalogue catalogue) {
    var brands = new HashMap<String, String>();
    for (CatalogueSheet.Row row : rows) {
      boolean sound = !row.name().isBlank()
          && row.categories().stream().allMatch(c -> catalogue.findCategory(c).isPresent());
      if (isBrand(row) && sound) {
        String id = idOf(row);
        brands.putIfAbsent(Catalogue.fold(id), id);
        brands.putIfAbsent(Catalogue.fold(row.name()), id);
      }
    }
    return brands;
  }

  private static boolean isBrand(CatalogueSheet.Row row) {
    return row.kind().equalsIgnoreCase("brand") || row.kind().equals("品牌");
  }

  private static String idOf(CatalogueSheet.Row row) {
    return row.id() == null ? id(row.name()) : row.id();
  }

  private CatalogueRecord record(
      CatalogueSheet.Row row, Catalogue catalogue, Map<String, String> brands) {
    if (row.name().isBlank()) {
      throw new IllegalArgumentException("name: is required, got nothing");
    }
    return switch (row.kind().toLowerCase(Locale.ROOT)) {
      case "brand", "品牌" -> brand(row, catalogue, brands);
      case "product", "产品", "商品" -> product(row, catalogue);
      case "alias", "别名" -> alias(row, catalogue);
      case "word", "词", "新词" -> word(row, catalogue);
      default ->
        throw new IllegalArgumentException(
            "kind: brand, product, alias or word is required, got " + row.kind());
    };
  }

  private BrandRecord brand(
      CatalogueSheet.Row row, Catalogue catalogue, Map<String, String> brands) {
    return brand(
        idOf(row),
        row.name(),
        row.aliases(),
        row.categories().stream().map(c -> category(c, catalogue)).toList(),
        row.rivals().stream().map(r -> rival(r, catalogue, brands)).toList());
  }

  /** One of the catalogue, else one of the same sheet. */
  private static String rival(String name, Catalogue catalogue, Map<String, String> brands) {
    String beside = brands.get(Catalogue.fold(name));
    return beside != null && catalogue.resolve(name, EntityKind.BRAND) instanceof Resolution.Unknown
        ? beside
        : entity("rivals", name, EntityKind.BRAND, catalogue).id();
  }

  private BrandRecord brand(
      String id, String name, List<String> aliases, List<String> categories, List<String> rivals) {
    return new BrandRecord(
        CatalogueJournal.typedIn(clock.instant(), List.of(id, name, aliases, categories, rivals)),
        id,
        name,
        aliases,
        categories,
        rivals);
  }

  private ProductRecord product(CatalogueSheet.Row row, Catalogue catalogue) {
    if (row.brand() == null || row.categories().size() != 1) {
      throw new IllegalArgumentException(
          "product: a brand and exactly one category are required, got brand "
              + row.brand()
              + " and categories "
              + row.categories());
    }
    String brand = entity("brand", row.brand(), EntityKind.BRAND, catalogue).id();
    return product(
        row.id() == null ? brand + "." + id(row.name()) : row.id(),
        row.name(),
        brand,
        category(row.categories().getFirst(), catalogue),
        price(row.price()),
        row.aliases(),
        List.of());
  }

  private ProductRecord product(
      String id,
      String name,
      String brand,
      String category,
      @Nullable BigDecimal price,
      List<String> aliases,
      List<Media> media) {
    return new ProductRecord(
        CatalogueJournal.typedIn(
            clock.instant(),
            List.of(id, name, brand, category, price == null ? "" : price, aliases)),
        id,
        name,
        brand,
        category,
        price,
        price == null ? null : "CNY",
        null,
        null,
        aliases,
        media);
  }

  private CatalogueRecord alias(CatalogueSheet.Row row, Catalogue catalogue) {
    if (row.to() == null) {
      throw new IllegalArgumentException(
          "to: the brand or product that the alias names is required, got nothing");
    }
    Resolution.Found found = entity("to", row.to(), null, catalogue);
    if (found.kind() == EntityKind.BRAND) {
      Brand b = catalogue.brand(found.id()).orElseThrow();
      return brand(b.id(), b.name(), with(b.aliases(), row.name()), b.categories(), b.rivals());
    }
    Product p = catalogue.product(found.id()).orElseThrow();
    return product(
        p.id(),
        p.name(),
        p.brandId(),
        p.categoryId(),
        p.price(),
        with(p.aliases(), row.name()),
        p.media());
  }

  private WordRecord word(CatalogueSheet.Row row, Catalogue catalogue) {
    String word = Catalogue.fold(row.name());
    if (!(catalogue.resolve(word, null) instanceof Resolution.Unknown)) {
      throw new IllegalArgumentException(
          "word: one that names no brand or product is required, got " + row.name());
    }
    if (catalogue.findCategory(word).isPresent()) {
      throw new IllegalArgumentException(
          "word: one that names no category is required, got " + row.name());
    }
    var promoted =
        new WordRecord(CatalogueJournal.typedIn(clock.instant(), List.of("word", word)), word);
    if (!catalogue.words().contains(word) && dictionary.test(word)) {
      throw new IllegalArgumentException(
          "word: one that the dictionary of the segmenter does not hold is required, since texts are"
              + " cut around the others already, got "
              + row.name());
    }
    return promoted;
  }

  private static List<String> with(List<String> aliases, String alias) {
    var all = new LinkedHashSet<>(aliases);
    all.add(alias);
    return List.copyOf(all);
  }

  private static String category(String name, Catalogue catalogue) {
    return catalogue
        .findCategory(name)
        .orElseThrow(() -> new IllegalArgumentException(
            "categories: ids or names of categories are required, such as "
                + catalogue.categories().stream()
                    .map(c -> c.id() + " " + c.name())
                    .collect(Collectors.joining(", "))
                + ", got "
                + name))
        .id();
  }

  private static Resolution.Found entity(
      String argument, String name, @Nullable EntityKind kind, Catalogue catalogue) {
    return switch (catalogue.resolve(name, kind)) {
      case Resolution.Found found -> found;
      case Resolution.Ambiguous ambiguous ->
        throw new IllegalArgumentException(argument
            + ": exactly one is required, got "
            + name
            + ", which may be "
            + String.join(", ", ambiguous.candidates()));
      case Resolution.Unknown unknown ->
        throw new IllegalArgumentException(argument
            + ": a known id, name or alias is required, got "
            + name
            + (unknown.nearest().isEmpty()
                ? ""
                : "; near it are " + String.join(", ", unknown.nearest())));
    };
  }

  private static @Nullable BigDecimal price(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      BigDecimal price = new BigDecimal(text.replace(",", ""));
      if (price.signum() >= 0) {
        return price;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "price: a decimal number, not negative, is required, got " + text, e);
    }
    throw new IllegalArgumentException(
        "price: a decimal number, not negative, is required, got " + text);
  }

  /** A Latin name becomes a lower-case slug; any other name is its own id. */
  private static String id(String name) {
    return Catalogue.fold(name).replaceAll("[\\s/]+", "-");
  }
}
