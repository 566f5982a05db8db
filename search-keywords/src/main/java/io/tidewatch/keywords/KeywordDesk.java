package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordComparison;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.KeywordTableStatus;
import io.tidewatch.keywords.answer.QueryRow;
import io.tidewatch.keywords.answer.SourceRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.query.QueryGap;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.keyword.KeywordCandidates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers which keywords a brand should buy, and why. Counts are those of a window before T
 * (exclusive), 28 days unless asked otherwise; without T they end just after the newest event. Safe
 * from any thread. The table of the newest window is kept, and written to a file when there is one
 * ({@link KeywordTables}).
 */
public final class KeywordDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  /** Words that a budget is spread over at most. */
  private static final int PLANNED = 5000;

  private final CatalogueStore catalogues;
  private final KeywordFacts facts;
  private final KeywordConfig config;
  private final KeywordFamilies families;
  private final KeywordCandidates outside;
  private final KeywordTables tables;

  /**
   * Over one store.
   *
   * @param families which keywords are spellings of one word
   * @param outside words that other rooms know
   * @param file where the newest table is kept over restarts; null keeps it in memory only
   * @param clock measures how long a table takes
   */
  public KeywordDesk(
      BehaviorStore store,
      KeywordFacts facts,
      CatalogueStore catalogues,
      KeywordConfig config,
      KeywordFamilies families,
      KeywordCandidates outside,
      @Nullable Path file,
      InstantSource clock) {
    this.catalogues = catalogues;
    this.facts = facts;
    this.config = config;
    this.families = families;
    this.outside = outside;
    this.tables = new KeywordTables(
        store, facts, config, families, new KeywordTableFile(file), PATIENCE, clock);
  }

  /** Says whether somebody calls {@link #refresh} again and again; then answers need not wait. */
  public void refreshing(boolean on) {
    tables.refreshing(on);
  }

  /** Makes the kept table again if data or catalogue changed; true when it did. */
  public boolean refresh() {
    return tables.refresh(catalogues.current().version());
  }

  /** Ranks the newest table for every brand that sells, so that no first question waits for it. */
  public void rank() {
    tables.of(Span.NEWEST, catalogues.current().version()).stream()
        .flatMap(table -> table.figures().getOrDefault(Basis.BEHAVIOUR, Map.of()).values().stream())
        .flatMap(category -> category.ordersByBrand().keySet().stream())
        .distinct()
        .filter(brand -> catalogues.current().brand(brand).isPresent())
        .forEach(brand -> recommend(brand, null, null, 1, Locale.CHINESE));
  }

  /** The kept table of the newest window. */
  public KeywordTableStatus status() {
    return tables.status(catalogues.current().version());
  }

  /** As the full form, from the default sources, with T just after the newest event. */
  public List<KeywordRow> recommend(
      String brandId, @Nullable String categoryId, @Nullable String seed, int top, Locale lang) {
    return recommend(
        new KeywordQuery(brandId, categoryId, seed, Set.of(), top, Span.NEWEST, null, lang));
  }

  /**
   * Keywords for a brand, category, product or seed, by label (in the order of {@link KeywordLabel}),
   * then score, best first; rows without a score after the others by the brand's revenue, without a
   * brand by all, searchers and keyword. Candidates are the keywords of the categories that the brand
   * is listed in, sells in or was ordered in, and those whose category is not known; where sources or
   * a seed are named, also words of other categories that the sources lead to. With a seed, or a
   * product, whose name is one, only words near it: sharing a word or a pair of Han characters,
   * leading to a category that it leads to, or searched or clicked with it; a seed that nobody
   * searched joins with the orders of products whose name holds it and, as a wish, with words of near
   * meaning. Empty when the store is.
   *
   * @throws IllegalArgumentException for an unknown brand, category, product or source
   */
  public List<KeywordRow> recommend(KeywordQuery query) {
    return scope(query).map(scope -> recommendation(query, scope).rows()).orElse(List.of());
  }

  /** What each source of candidates adds to the others, one row a source. */
  public List<SourceRow> sources(KeywordQuery query) {
    return scope(query)
        .map(scope -> new SourceReport(scope, selection(query, scope)).rows())
        .orElse(List.of());
  }

  /**
   * Root words, each the sum of its words in one category ({@link RootCell}), by label, then revenue;
   * with a seed only its own.
   */
  public List<KeywordRow> roots(KeywordQuery query) {
    return scope(query)
        .map(scope -> new RootWords(scope, scope.ranking(query.lang(), query.margin())).rows(query))
        .orElse(List.of());
  }

  /**
   * The words with the most expected revenue from new customers whose expected costs together are at
   * most {@code budget}, in order of choice, each with its {@link KeywordRow.Plan}; after them words
   * that cannot be weighed, each saying what is missing.
   *
   * @param budget positive, in the configured currency
   */
  public List<KeywordRow> plan(KeywordQuery query, double budget) {
    query.requiredBrand();
    if (!(budget > 0)) {
      throw new IllegalArgumentException("budget: a positive number is required, got " + budget);
    }
    return scope(query)
        .map(scope -> {
          KeywordRanking ranking = scope.ranking(query.lang(), query.margin());
          return new BudgetedSet(scope, ranking)
              .rows(recommendation(query, scope).judged(ranking, PLANNED), budget, query.top());
        })
        .orElse(List.of());
  }

  /** Words that cost the brand clicks and bring no orders ({@link NegativeKeywords}). */
  public List<KeywordRow> negatives(KeywordQuery query) {
    return scope(query)
        .map(scope -> new NegativeKeywords(
                scope, scope.ranking(query.lang(), query.margin()), query.margin())
            .rows(query))
        .orElse(List.of());
  }

  /**
   * Words where rivals sell and the brand sells less than in its category, by the revenue that it
   * misses; {@code rivals} narrows them to those where one of these sells more, empty for any.
   */
  public List<KeywordRow> gaps(KeywordQuery query, Set<String> rivals) {
    return scope(query)
        .map(scope ->
            new KeywordGaps(scope, scope.ranking(query.lang(), query.margin())).rows(query, rivals))
        .orElse(List.of());
  }

  /**
   * Brands side by side on the words of one category and those below it, or of all that they share
   * words in; most revenue first, words without it last.
   *
   * @param brands 2 to 10 ids
   */
  public List<KeywordComparison> compare(
      List<String> brands, @Nullable String categoryId, int top, Span span) {
    if (brands.size() < 2 || brands.size() > 10) {
      throw new IllegalArgumentException("of: 2 to 10 brands are required, got " + brands.size());
    }
    Optional<KeywordScope> found = Optional.empty();
    for (String brand : brands) {
      found = scope(
          new KeywordQuery(brand, categoryId, null, Set.of(), top, span, null, Locale.CHINESE));
    }
    return found
        .map(scope -> KeywordComparisons.of(scope, brands, categoryId, top))
        .orElse(List.of());
  }

  /** As the full form, over the configured window and without a margin. */
  public List<KeywordRow> show(String word, @Nullable String brandId, Locale lang) {
    return show(word, brandId, Span.NEWEST, null, lang);
  }

  /**
   * The rows of one word, one for each category it leads to, ordered by category; those of the head
   * of its family, which then is said; empty when neither searches nor totals nor product names hold
   * it. Without a brand, what concerns a brand is null.
   *
   * @throws IllegalArgumentException for a blank word or an unknown brand
   */
  public List<KeywordRow> show(
      String word, @Nullable String brandId, Span span, @Nullable Double margin, Locale lang) {
    return cells(word, brandId, span)
        .map(f -> {
          KeywordRanking ranking = f.scope().ranking(lang, margin);
          return ranking.rows(f.cells(), brandId).stream()
              .map(row -> ranking.said(row, f.word()))
              .toList();
        })
        .orElse(List.of());
  }

  /**
   * What people typed, by visits; with {@code kinds} only queries that surely lead nowhere in one of
   * these ways, by failures; at most {@code top} rows.
   */
  public List<QueryRow> queries(Span span, Set<QueryGap.Kind> kinds, int top) {
    return scope(span, catalogues.current())
        .map(scope -> new QueryList(scope, facts).rows(kinds, top))
        .orElse(List.of());
  }

  /** Every input of the rows that {@link #show} gives, in the same order. */
  public List<KeywordExplanation> explain(
      String word, @Nullable String brandId, Span span, @Nullable Double margin) {
    return cells(word, brandId, span)
        .map(f -> f.scope().ranking(Locale.ENGLISH, margin).explanations(f.cells(), brandId))
        .orElse(List.of());
  }

  private Optional<KeywordScope> scope(KeywordQuery query) {
    Catalogue catalogue = catalogues.current();
    if (query.categoryId() != null && catalogue.category(query.categoryId()).isEmpty()) {
      throw new IllegalArgumentException(
          "category: an id of the catalogue is required, got " + query.categoryId());
    }
    if (query.productId() != null && catalogue.product(query.productId()).isEmpty()) {
      throw new IllegalArgumentException(
          "product: an id of the catalogue is required, got " + query.productId());
    }
    Optional<KeywordScope> scope = scope(query.span(), catalogue);
    if (query.brandId() != null) {
      checkBrand(query.brandId(), catalogue, scope);
    }
    KeywordSources.chosen(query.sources(), Selection.known(outside));
    return scope;
  }

  /** Of a product its own brand asks. */
  private Selection selection(KeywordQuery query, KeywordScope scope) {
    String product = query.productId();
    KeywordQuery asked = product == null || query.brandId() != null
        ? query
        : scope
            .catalogue()
            .product(product)
            .map(p -> query.withBrand(p.brandId()))
            .orElse(query);
    return Selection.of(asked, scope, outside);
  }

  private Recommendation recommendation(KeywordQuery query, KeywordScope scope) {
    return new Recommendation(scope, selection(query, scope));
  }

  private Optional<KeywordScope> scope(Span span, Catalogue catalogue) {
    KeywordConfig constants = span.days() == null ? config : config.withWindow(span.days());
    return tables
        .of(span, catalogue.version())
        .map(table -> new KeywordScope(table, catalogue, constants, families));
  }

  private Optional<Found> cells(String word, @Nullable String brandId, Span span) {
    Catalogue catalogue = catalogues.current();
    String wanted = KeywordText.normalise(word);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("word: a visible character is required, got nothing");
    }
    Optional<KeywordScope> read = scope(span, catalogue);
    if (brandId != null) {
      checkBrand(brandId, catalogue, read);
    }
    return read.map(scope -> {
      List<KeywordCell> cells = scope.table().of(wanted);
      return new Found(
          scope,
          wanted,
          cells.isEmpty()
              ? TitleCells.of(wanted, scope.table(), catalogue, scope.config())
              : cells);
    });
  }

  private static void checkBrand(
      String brandId, Catalogue catalogue, Optional<KeywordScope> scope) {
    if (catalogue.brand(brandId).isEmpty()
        && scope.map(s -> s.table().categoriesOf(brandId).isEmpty()).orElse(true)) {
      throw new IllegalArgumentException(
          "brand: an id of the catalogue is required, got " + brandId);
    }
  }

  private record Found(KeywordScope scope, String word, List<KeywordCell> cells) {}
}
