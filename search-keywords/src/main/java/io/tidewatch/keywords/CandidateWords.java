package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordRelations.Neighbour;
import io.tidewatch.keywords.answer.KeywordRow.Source;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.keyword.KeywordCandidate;
import io.tidewatch.model.keyword.KeywordStart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Finds words beside those of the categories, each with where it comes from. */
final class CandidateWords {
  private static final int STARTS = 20;
  private static final int SHORTEST_NAME = 2;
  /** Brands that count as rivals since they sell most beside the brand. */
  private static final int SELLERS = 5;

  private final KeywordTable table;
  private final Catalogue catalogue;

  CandidateWords(KeywordTable table, Catalogue catalogue) {
    this.table = table;
    this.catalogue = catalogue;
  }

  /**
   * Normalised words with their sources.
   *
   * @param seed when given, of the brand's paths and of names only words near it
   */
  Map<String, List<Source>> of(KeywordStart start, @Nullable Seed seed, Set<String> sources) {
    var found = new TreeMap<String, List<Source>>();
    var relations = table.relations();
    String brand = start.brandId();
    if (sources.contains(KeywordSources.CO_SEARCH)) {
      near(start.words(), relations.coSearch(), KeywordSources.CO_SEARCH, "users", found);
    }
    if (sources.contains(KeywordSources.CO_CLICK)) {
      near(start.words(), relations.coClick(), KeywordSources.CO_CLICK, "products", found);
    }
    if (brand != null && sources.contains(KeywordSources.ORDER_PATH)) {
      for (Neighbour path : relations.orderPaths().getOrDefault(brand, List.of())) {
        if (seed == null || seed.matches(path.word(), table)) {
          add(
              found,
              path.word(),
              new Source(
                  KeywordSources.ORDER_PATH, brand, Map.of("buyers", path.count()), List.of()));
        }
      }
    }
    if (sources.contains(KeywordSources.CATALOGUE)) {
      named(names(start), KeywordSources.CATALOGUE, brand == null ? null : seed, found);
    }
    if (brand != null && sources.contains(KeywordSources.COMPETITOR)) {
      named(namesOf(rivals(brand)), KeywordSources.COMPETITOR, seed, found);
    }
    return found;
  }

  /**
   * Adds what other rooms know: their words, and the keywords of {@code categories}, or of none, that
   * hold one of them.
   */
  void add(
      Map<String, List<Source>> found, List<KeywordCandidate> candidates, Set<String> categories) {
    for (KeywordCandidate candidate : candidates) {
      String word = KeywordText.normalise(candidate.word());
      if (word.codePointCount(0, word.length()) < SHORTEST_NAME) {
        continue;
      }
      var source = new Source(
          candidate.source(), candidate.with(), candidate.counts(), candidate.evidence());
      add(found, word, source);
      if (candidate.source().equals(KeywordSources.SEMANTIC)) {
        continue;
      }
      for (KeywordCell cell : table.cells()) {
        boolean asked = cell.category() == null || categories.contains(cell.category());
        if (asked && cell.keyword().contains(word)) {
          add(found, cell.keyword(), source);
        }
      }
    }
  }

  /**
   * The words that led most orders to the brand, or without one to the categories, or those with the
   * most orders among the words that hold a name of the product; at most twenty.
   */
  List<String> starts(@Nullable String brandId, Set<String> categories, @Nullable Product product) {
    var names = new NameIndex();
    if (product != null) {
      add(names, product);
    }
    ToLongFunction<KeywordCell> orders = cell -> {
      if (product != null) {
        return names.ownerIn(cell.keyword()).isPresent() ? 1 + orZero(cell.orders()) : 0;
      }
      if (brandId != null) {
        return cell.ordersByBrand().getOrDefault(brandId, 0L);
      }
      return cell.category() != null && categories.contains(cell.category())
          ? orZero(cell.orders())
          : 0;
    };
    return table.cells().stream()
        .map(cell -> new Counted(cell, orders.applyAsLong(cell)))
        .filter(counted -> counted.orders() > 0)
        .sorted()
        .map(counted -> counted.cell().keyword())
        .distinct()
        .limit(STARTS)
        .toList();
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  /** Rivals of the catalogue, then the five brands that sell most in the brand's categories. */
  private List<String> rivals(String brandId) {
    var rivals = new LinkedHashSet<>(catalogue.brand(brandId).map(Brand::rivals).orElse(List.of()));
    var orders = new TreeMap<String, Long>();
    table.figures().getOrDefault(Basis.BEHAVIOUR, Map.of()).values().stream()
        .filter(f -> f.brandOrders(brandId) > 0)
        .forEach(f -> f.ordersByBrand().forEach((b, n) -> orders.merge(b, n, Long::sum)));
    orders.entrySet().stream()
        .filter(e -> !e.getKey().equals(brandId))
        .sorted(Map.Entry.<String, Long>comparingByValue(Collections.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(SELLERS)
        .forEach(e -> rivals.add(e.getKey()));
    return List.copyOf(rivals);
  }

  private static void near(
      List<String> starts,
      Map<String, List<Neighbour>> neighbours,
      String source,
      String counted,
      Map<String, List<Source>> into) {
    for (String start : starts) {
      for (Neighbour near : neighbours.getOrDefault(start, List.of())) {
        add(into, near.word(), new Source(source, start, Map.of(counted, near.count()), List.of()));
      }
    }
  }

  private void named(
      NameIndex names, String source, @Nullable Seed seed, Map<String, List<Source>> into) {
    for (KeywordCell cell : table.cells()) {
      if (seed == null || seed.matches(cell)) {
        names.ownerIn(cell.keyword()).ifPresent(owner -> {
          var counts = new LinkedHashMap<String, Long>();
          if (cell.searchers() != null) {
            counts.put("searchers", cell.searchers());
          }
          add(into, cell.keyword(), new Source(source, owner, counts, List.of()));
        });
      }
    }
  }

  /** The names of what is asked about: the product, the brand, else what a seed or category sells. */
  private NameIndex names(KeywordStart start) {
    var names = new NameIndex();
    String product = start.productId();
    String seed = start.seed();
    if (product != null) {
      catalogue.product(product).ifPresent(p -> add(names, p));
    } else if (start.brandId() != null) {
      return namesOf(List.of(start.brandId()));
    } else if (seed != null) {
      Seed.titled(KeywordText.normalise(seed), catalogue).forEach(p -> add(names, p));
    } else {
      var categories = new HashSet<>(start.categoryIds());
      catalogue.products().stream()
          .filter(p -> categories.contains(p.categoryId()))
          .forEach(p -> {
            catalogue.brand(p.brandId()).ifPresent(brand -> add(names, brand));
            add(names, p);
          });
    }
    return names;
  }

  /** The names of brands and their products. */
  private NameIndex namesOf(Collection<String> brands) {
    var names = new NameIndex();
    brands.forEach(id -> catalogue.brand(id).ifPresent(brand -> add(names, brand)));
    var wanted = new HashSet<>(brands);
    catalogue.products().stream()
        .filter(p -> wanted.contains(p.brandId()))
        .forEach(p -> add(names, p));
    return names;
  }

  private static void add(NameIndex names, Brand brand) {
    names.add(brand.name(), brand.id());
    brand.aliases().forEach(alias -> names.add(alias, brand.id()));
  }

  private static void add(NameIndex names, Product product) {
    names.add(product.name(), product.id());
    product.aliases().forEach(alias -> names.add(alias, product.id()));
  }

  /** One note a source and word: the first, which is the strongest. */
  private static void add(Map<String, List<Source>> into, String word, Source source) {
    List<Source> notes = into.computeIfAbsent(word, w -> new ArrayList<>());
    if (notes.stream().noneMatch(n -> n.source().equals(source.source()))) {
      notes.add(source);
    }
  }

  /** A cell with the orders by which it comes first. */
  private record Counted(KeywordCell cell, long orders) implements Comparable<Counted> {
    private static final Comparator<Counted> ORDER = Comparator.comparingLong(Counted::orders)
        .reversed()
        .thenComparing(Counted::cell, KeywordCell.BY_NAME);

    @Override
    public int compareTo(Counted other) {
      return ORDER.compare(this, other);
    }
  }
}
