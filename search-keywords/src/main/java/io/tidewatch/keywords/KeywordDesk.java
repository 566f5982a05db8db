package io.tidewatch.keywords;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers which keywords a brand should buy, and why. Counts are those of the 28 days before T
 * (exclusive); without T they end just after the newest event. Safe from any thread. The counts of
 * the last T are kept until a record is added.
 */
public final class KeywordDesk {
  private static final int MAX_TOP = 10_000;

  private final CatalogueStore catalogues;
  private final KeywordConfig config;
  private final KeywordTables tables;

  public KeywordDesk(BehaviorStore store, CatalogueStore catalogues, KeywordConfig config) {
    this.catalogues = catalogues;
    this.config = config;
    this.tables = new KeywordTables(store, new KeywordTableReader(store, config));
  }

  /** As the full form, with T just after the newest event. */
  public List<KeywordRow> recommend(
      String brandId, @Nullable String categoryId, @Nullable String seed, int top, Locale lang) {
    return recommend(brandId, categoryId, seed, top, null, lang);
  }

  /**
   * Keywords for a brand, by label (in the order of {@link KeywordLabel}), then score, best first;
   * rows without a score after the others by the brand's revenue, searchers and keyword. Candidates
   * are the keywords of the categories that the brand is listed in, sells in or was ordered in, and
   * those whose category is not known. Empty when the store is.
   *
   * @param brandId an id of the catalogue, or a brand with an order in the window
   * @param categoryId only this category and those below it; null for the brand's
   * @param seed only keywords near this word: sharing a word or a pair of Han characters, or
   *     leading to a category that the seed leads to; null for all. A seed that nobody searched
   *     joins with the orders of products whose name holds it
   * @param top rows at most, 1 to 10,000
   * @param asOf T; null for just after the newest event
   * @param lang of the reasons: English for English, else Chinese
   * @throws IllegalArgumentException for an unknown brand or category, or a {@code top} out of range
   */
  public List<KeywordRow> recommend(
      String brandId,
      @Nullable String categoryId,
      @Nullable String seed,
      int top,
      @Nullable Instant asOf,
      Locale lang) {
    if (top < 1 || top > MAX_TOP) {
      throw new IllegalArgumentException(
          "top: a number from 1 to " + MAX_TOP + " is required, got " + top);
    }
    Catalogue catalogue = catalogues.current();
    if (categoryId != null && catalogue.category(categoryId).isEmpty()) {
      throw new IllegalArgumentException(
          "category: an id of the catalogue is required, got " + categoryId);
    }
    Optional<KeywordTable> read = tables.asOf(asOf, catalogue.version());
    checkBrand(brandId, catalogue, read);
    if (read.isEmpty()) {
      return List.of();
    }
    KeywordTable table = read.get();
    Set<String> categories =
        categoryId == null ? categoriesOf(brandId, catalogue, table) : below(categoryId, catalogue);
    var cells = new ArrayList<KeywordCell>();
    for (KeywordCell cell : table.cells()) {
      String category = cell.category();
      if (category == null ? categoryId == null : categories.contains(category)) {
        cells.add(cell);
      }
    }
    Optional<Seed> near = Optional.empty();
    if (seed != null && !KeywordText.normalise(seed).isEmpty()) {
      String word = KeywordText.normalise(seed);
      Seed found = Seed.of(word, table, catalogue);
      near = Optional.of(found);
      cells.removeIf(cell -> !found.matches(cell));
      if (table.of(word).isEmpty()) {
        TitleCells.of(word, table, catalogue, config).stream()
            .filter(cell -> categories.contains(cell.category()))
            .forEach(cells::add);
      }
    }
    return new KeywordRanking(table, catalogue, config, lang).best(cells, brandId, top, near);
  }

  /** As the full form, with T just after the newest event. */
  public List<KeywordRow> show(String word, @Nullable String brandId, Locale lang) {
    return show(word, brandId, null, lang);
  }

  /**
   * The rows of one word, one for each category it leads to, ordered by category; empty when
   * neither searches nor totals nor product names hold it. Without a brand, what concerns a brand
   * is null.
   *
   * @throws IllegalArgumentException for a blank word or an unknown brand
   */
  public List<KeywordRow> show(
      String word, @Nullable String brandId, @Nullable Instant asOf, Locale lang) {
    Catalogue catalogue = catalogues.current();
    return cells(word, brandId, asOf, catalogue)
        .map(f -> new KeywordRanking(f.table(), catalogue, config, lang).rows(f.cells(), brandId))
        .orElse(List.of());
  }

  /** Every input of the rows that {@link #show} gives, in the same order. */
  public List<KeywordExplanation> explain(
      String word, @Nullable String brandId, @Nullable Instant asOf) {
    Catalogue catalogue = catalogues.current();
    return cells(word, brandId, asOf, catalogue)
        .map(f -> new KeywordRanking(f.table(), catalogue, config, Locale.ENGLISH)
            .explanations(f.cells(), brandId))
        .orElse(List.of());
  }

  private Optional<Found> cells(
      String word, @Nullable String brandId, @Nullable Instant asOf, Catalogue catalogue) {
    if (KeywordText.normalise(word).isEmpty()) {
      throw new IllegalArgumentException("word: a visible character is required, got nothing");
    }
    Optional<KeywordTable> read = tables.asOf(asOf, catalogue.version());
    if (brandId != null) {
      checkBrand(brandId, catalogue, read);
    }
    String wanted = KeywordText.normalise(word);
    return read.map(table -> {
      List<KeywordCell> cells = table.of(wanted);
      return new Found(
          table, cells.isEmpty() ? TitleCells.of(wanted, table, catalogue, config) : cells);
    });
  }

  private static void checkBrand(
      String brandId, Catalogue catalogue, Optional<KeywordTable> table) {
    if (catalogue.brand(brandId).isEmpty()
        && table.map(t -> t.categoriesOf(brandId).isEmpty()).orElse(true)) {
      throw new IllegalArgumentException(
          "brand: an id of the catalogue is required, got " + brandId);
    }
  }

  private static Set<String> categoriesOf(String brandId, Catalogue catalogue, KeywordTable table) {
    var categories = new TreeSet<>(table.categoriesOf(brandId));
    catalogue.products().stream()
        .filter(p -> p.brandId().equals(brandId))
        .map(Product::categoryId)
        .forEach(categories::add);
    catalogue.brand(brandId).map(Brand::categories).orElse(List.of()).stream()
        .flatMap(c -> below(c, catalogue).stream())
        .forEach(categories::add);
    return categories;
  }

  /** A category and those below it. */
  private static Set<String> below(String categoryId, Catalogue catalogue) {
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

  private record Found(KeywordTable table, List<KeywordCell> cells) {}
}
