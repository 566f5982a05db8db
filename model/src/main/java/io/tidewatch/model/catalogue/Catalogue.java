package io.tidewatch.model.catalogue;

import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.CategoryRecord;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.WordRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of brands, products, categories, their aliases, and promoted words. Two snapshots with the
 * same content have the same {@link #version}. Safe from any thread.
 */
public final class Catalogue {
  private final Map<String, Brand> brands;
  private final Map<String, Product> products;
  private final Map<String, Category> categories;
  private final List<AliasRule> rules;
  private final SortedSet<String> words;
  private final Map<String, SortedSet<String>> entitiesByName;
  private final String version;

  /** Later entries of the same id replace earlier ones. */
  public Catalogue(
      Collection<Category> categories,
      Collection<Brand> brands,
      Collection<Product> products,
      Collection<AliasRule> rules) {
    this(categories, brands, products, rules, List.of());
  }

  private Catalogue(
      Collection<Category> categories,
      Collection<Brand> brands,
      Collection<Product> products,
      Collection<AliasRule> rules,
      Collection<String> words) {
    var byCategory = new LinkedHashMap<String, Category>();
    categories.forEach(c -> byCategory.put(c.id(), c));
    var byBrand = new LinkedHashMap<String, Brand>();
    brands.forEach(b -> byBrand.put(b.id(), b));
    var byProduct = new LinkedHashMap<String, Product>();
    products.forEach(p -> byProduct.put(p.id(), p));
    this.categories = Collections.unmodifiableMap(byCategory);
    this.brands = Collections.unmodifiableMap(byBrand);
    this.products = Collections.unmodifiableMap(byProduct);
    this.rules = List.copyOf(rules);
    this.words = Collections.unmodifiableSortedSet(new TreeSet<>(words));
    this.entitiesByName = names(byBrand.values(), byProduct.values());
    this.version = digest();
  }

  /** Twelve hexadecimal digits of a hash of the whole content. */
  public String version() {
    return version;
  }

  /** In the order they were given. */
  public Collection<Brand> brands() {
    return brands.values();
  }

  public Collection<Product> products() {
    return products.values();
  }

  public Collection<Category> categories() {
    return categories.values();
  }

  /** Rules of ambiguous aliases. */
  public List<AliasRule> rules() {
    return rules;
  }

  /** Promoted words, folded, in order. */
  public SortedSet<String> words() {
    return words;
  }

  public Optional<Brand> brand(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(brands.get(id));
  }

  public Optional<Product> product(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(products.get(id));
  }

  public Optional<Category> category(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(categories.get(id));
  }

  /** The name of a brand, product or category; the id itself when it is none of them. */
  public String nameOf(String id) {
    return brand(id)
        .map(Brand::name)
        .or(() -> product(id).map(Product::name))
        .or(() -> category(id).map(Category::name))
        .orElse(id);
  }

  /** A category by id, Chinese name or English name, case folded. */
  public Optional<Category> findCategory(String idOrName) {
    String wanted = fold(idOrName);
    return categories.values().stream()
        .filter(c -> fold(c.id()).equals(wanted)
            || fold(c.name()).equals(wanted)
            || fold(c.nameEn()).equals(wanted))
        .findFirst();
  }

  /**
   * Finds what a typed id, name or alias stands for. An id wins over a name, a name over an alias;
   * {@code kind} narrows the search, null takes both kinds. Case and width are folded.
   */
  public Resolution resolve(String idOrName, @Nullable EntityKind kind) {
    if (kind != EntityKind.PRODUCT && brands.containsKey(idOrName)) {
      return new Resolution.Found(EntityKind.BRAND, idOrName);
    }
    if (kind != EntityKind.BRAND && products.containsKey(idOrName)) {
      return new Resolution.Found(EntityKind.PRODUCT, idOrName);
    }
    String wanted = fold(idOrName);
    var carriers = entitiesByName.getOrDefault(wanted, new TreeSet<>()).stream()
        .filter(id -> kind == null || (kind == EntityKind.BRAND) == brands.containsKey(id))
        .toList();
    var named = carriers.stream().filter(id -> fold(nameOf(id)).equals(wanted)).toList();
    var candidates = named.size() == 1 ? named : carriers;
    return switch (candidates.size()) {
      case 0 -> new Resolution.Unknown(idOrName, nearest(wanted));
      case 1 ->
        new Resolution.Found(
            brands.containsKey(candidates.getFirst()) ? EntityKind.BRAND : EntityKind.PRODUCT,
            candidates.getFirst());
      default -> new Resolution.Ambiguous(idOrName, candidates);
    };
  }

  /**
   * A new snapshot with the records added; an entry of the same id is replaced. A new alias that
   * other entities already carry stays ambiguous between them.
   */
  public Catalogue with(Collection<? extends CatalogueRecord> records) {
    var newCategories = new LinkedHashMap<>(categories);
    var newBrands = new LinkedHashMap<>(brands);
    var newProducts = new LinkedHashMap<>(products);
    var newWords = new TreeSet<>(words);
    for (CatalogueRecord record : records) {
      switch (record) {
        case BrandRecord b ->
          newBrands.put(
              b.id(), new Brand(b.id(), b.name(), b.aliases(), b.categories(), b.rivals()));
        case ProductRecord p ->
          newProducts.put(
              p.id(),
              new Product(
                  p.id(),
                  p.name(),
                  p.brandId(),
                  p.categoryId(),
                  p.price(),
                  p.aliases(),
                  p.media()));
        case CategoryRecord c ->
          newCategories.put(
              c.id(), new Category(c.id(), c.name(), c.name(), c.parent(), c.standard()));
        case WordRecord w -> newWords.add(w.id());
      }
    }
    return new Catalogue(
        newCategories.values(), newBrands.values(), newProducts.values(), rules, newWords);
  }

  /** Folds case, width and surrounding space: the form in which names are compared. */
  public static String fold(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private List<String> nearest(String wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return entitiesByName.entrySet().stream()
        .filter(e -> e.getKey().contains(wanted) || wanted.contains(e.getKey()))
        .sorted(Comparator.comparingInt((Map.Entry<String, SortedSet<String>> e) ->
                Math.abs(e.getKey().length() - wanted.length()))
            .thenComparing(Map.Entry::getKey))
        .map(e -> nameOf(e.getValue().first()))
        .distinct()
        .limit(5)
        .toList();
  }

  private static Map<String, SortedSet<String>> names(
      Collection<Brand> brands, Collection<Product> products) {
    var names = new LinkedHashMap<String, SortedSet<String>>();
    for (Brand b : brands) {
      carry(names, b.name(), b.id());
      b.aliases().forEach(a -> carry(names, a, b.id()));
    }
    for (Product p : products) {
      carry(names, p.name(), p.id());
      p.aliases().forEach(a -> carry(names, a, p.id()));
    }
    return names;
  }

  private static void carry(Map<String, SortedSet<String>> names, String name, String id) {
    names.computeIfAbsent(fold(name), n -> new TreeSet<>()).add(id);
  }

  private String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Collection<?> part :
          List.of(categories.values(), brands.values(), products.values(), rules, words)) {
        for (Object entry : part) {
          sha.update(entry.toString().getBytes(StandardCharsets.UTF_8));
          sha.update((byte) '\n');
        }
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
