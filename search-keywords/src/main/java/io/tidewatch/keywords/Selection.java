package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordRow.Source;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.keyword.KeywordStart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which words a query is about, each with where it comes from.
 *
 * @param word the normalised seed, or the product's name; empty without both
 * @param seed of that word; null without one
 * @param sources the names that were chosen
 * @param categories that are asked about
 * @param notes sources of words, but for {@link KeywordSources#CATEGORY}
 */
record Selection(
    KeywordQuery query,
    String word,
    @Nullable Seed seed,
    Set<String> sources,
    Set<String> categories,
    Map<String, List<Source>> notes) {

  static Selection of(KeywordQuery query, KeywordScope scope, KeywordCandidates outside) {
    KeywordTable table = scope.table();
    String brand = query.brandId();
    Product product = query.productId() == null
        ? null
        : scope.catalogue().product(query.productId()).orElse(null);
    Set<String> categories = scope.categories(brand, query.categoryId());
    String asked = query.seed() != null ? query.seed() : product == null ? "" : product.name();
    String word = KeywordText.normalise(asked);
    Seed seed = word.isEmpty() ? null : Seed.of(word, table, scope.catalogue());
    Set<String> sources = sources(query, table, outside);
    var words = new CandidateWords(table, scope.catalogue());
    List<String> starts = query.seed() != null
        ? List.of(word, table.families().head(word)).stream().distinct().toList()
        : table.keep(
            new StartsKey(
                brand,
                Set.copyOf(categories),
                query.productId(),
                scope.catalogue().version()),
            () -> words.starts(brand, categories, product));
    List<String> named =
        query.categoryId() == null ? List.of() : categories.stream().sorted().toList();
    var start = new KeywordStart(brand, named, query.productId(), query.seed(), starts);
    return new Selection(
        query,
        word,
        seed,
        sources,
        categories,
        notes(start, seed, sources, categories, scope, outside));
  }

  /** The words of the categories, without any other source. */
  boolean ofCategories() {
    return sources.contains(KeywordSources.CATEGORY);
  }

  /** Whether no category was named, so that words without one belong to it. */
  boolean everywhere() {
    return query.categoryId() == null;
  }

  boolean passes(KeywordCell cell) {
    return (ofCategories() && (seed == null || seed.matches(cell)))
        || notes.containsKey(cell.keyword());
  }

  /** Where a word comes from, the categories first. */
  List<Source> of(KeywordCell cell) {
    var from = new ArrayList<Source>();
    Long searchers = cell.searchers();
    boolean known =
        searchers == null || searchers > 0 || (cell.orders() != null && cell.orders() > 0);
    String category = cell.category() == null ? "" : cell.category();
    if (ofCategories() && known && (category.isEmpty() || categories.contains(category))) {
      from.add(new Source(
          KeywordSources.CATEGORY,
          category,
          searchers == null ? Map.of() : Map.of("searchers", searchers),
          List.of()));
    }
    from.addAll(notes.getOrDefault(cell.keyword(), List.of()));
    return from;
  }

  /** Every source there is. */
  static Set<String> known(KeywordCandidates outside) {
    var known = new LinkedHashSet<>(KeywordSources.DEFAULT);
    outside.sources().stream().sorted().forEach(known::add);
    return known;
  }

  /** A seed that nobody searched is a wish, whose meaning counts. */
  private static Set<String> sources(
      KeywordQuery query, KeywordTable table, KeywordCandidates outside) {
    Set<String> chosen = KeywordSources.chosen(query.sources(), known(outside));
    boolean wish = query.sources().isEmpty()
        && query.seed() != null
        && table.of(KeywordText.normalise(query.seed())).isEmpty()
        && outside.sources().contains(KeywordSources.SEMANTIC);
    if (wish) {
      chosen.add(KeywordSources.SEMANTIC);
    }
    return chosen;
  }

  private static Map<String, List<Source>> notes(
      KeywordStart start,
      @Nullable Seed seed,
      Set<String> sources,
      Set<String> categories,
      KeywordScope scope,
      KeywordCandidates outside) {
    KeywordTable table = scope.table();
    var words = new CandidateWords(table, scope.catalogue());
    var inside = new LinkedHashSet<>(sources);
    inside.removeAll(outside.sources());
    Map<String, List<Source>> own = table.keep(
        new NotesKey(start, Set.copyOf(inside), scope.catalogue().version()),
        () -> words.of(start, seed, inside));
    var wanted = new LinkedHashSet<>(sources);
    wanted.retainAll(outside.sources());
    if (wanted.isEmpty()) {
      return own;
    }
    var all = new TreeMap<String, List<Source>>();
    own.forEach((one, notes) -> all.put(one, new ArrayList<>(notes)));
    words.add(all, outside.of(start, wanted, table.window().to()), categories);
    return all;
  }

  private record NotesKey(KeywordStart start, Set<String> sources, String catalogue) {}

  private record StartsKey(
      @Nullable String brand,
      Set<String> categories,
      @Nullable String product,
      String catalogue) {}
}
