package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Examination;
import io.tidewatch.keywords.formula.ScoreModel;
import io.tidewatch.model.behavior.Window;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All keywords of one window with their counts: what every answer is computed from. Its content does
 * not change; it keeps what was ranked for the last brands. Safe from any thread.
 */
final class KeywordTable {
  private static final int KEPT_RANKINGS = 1024;

  private final Window window;
  private final List<KeywordCell> cells;
  private final Map<String, List<KeywordCell>> byKeyword;
  private final Map<Basis, Map<String, CategoryFigures>> figures;
  private final SortedMap<OrderTally.Item, ItemOrders> items;
  private final Examination examination;
  private final KeywordRelations relations;
  private final ScoreModel model;
  private final Instant fittedAt;
  private final FamilyMap families;
  private final Map<Object, Object> kept = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
      return size() > KEPT_RANKINGS;
    }
  };

  KeywordTable(
      Window window,
      List<KeywordCell> cells,
      Map<Basis, Map<String, CategoryFigures>> figures,
      SortedMap<OrderTally.Item, ItemOrders> items,
      Examination examination,
      KeywordRelations relations,
      ScoreModel model,
      Instant fittedAt) {
    this(window, cells, figures, items, examination, relations, model, fittedAt, FamilyMap.ALONE);
  }

  /** {@code families}: of the keywords of all cells. */
  KeywordTable(
      Window window,
      List<KeywordCell> cells,
      Map<Basis, Map<String, CategoryFigures>> figures,
      SortedMap<OrderTally.Item, ItemOrders> items,
      Examination examination,
      KeywordRelations relations,
      ScoreModel model,
      Instant fittedAt,
      FamilyMap families) {
    this.families = families;
    this.window = window;
    this.cells = cells.stream().sorted(KeywordCell.BY_NAME).toList();
    this.byKeyword = this.cells.stream().collect(Collectors.groupingBy(KeywordCell::keyword));
    this.figures = Map.copyOf(figures);
    this.items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    this.examination = examination;
    this.relations = relations;
    this.model = model;
    this.fittedAt = fittedAt;
  }

  /** The same with a score fitted on the window before one that ended at {@code end}. */
  KeywordTable with(ScoreModel fitted, Instant end) {
    return new KeywordTable(
        window, cells, figures, items, examination, relations, fitted, end, families);
  }

  /** The same with families. */
  KeywordTable with(FamilyMap found) {
    return new KeywordTable(
        window, cells, figures, items, examination, relations, model, fittedAt, found);
  }

  FamilyMap families() {
    return families;
  }

  /** End of the window for which the score was fitted. */
  Instant fittedAt() {
    return fittedAt;
  }

  /** What was made for {@code key} before, or is made now. The key tells the type. */
  @SuppressWarnings("unchecked")
  <T> T keep(Object key, Supplier<T> make) {
    synchronized (kept) {
      Object before = kept.get(key);
      if (before != null) {
        return (T) before;
      }
    }
    T made = make.get();
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  Examination examination() {
    return examination;
  }

  KeywordRelations relations() {
    return relations;
  }

  Map<Basis, Map<String, CategoryFigures>> figures() {
    return figures;
  }

  Window window() {
    return window;
  }

  /** Ordered by keyword, then category. */
  List<KeywordCell> cells() {
    return cells;
  }

  /**
   * The rows of the head of a normalised keyword's family, ordered by category; empty when the
   * keyword is unknown.
   */
  List<KeywordCell> of(String keyword) {
    return byKeyword.getOrDefault(families.head(keyword), List.of());
  }

  /**
   * What the cell's category says on the cell's basis, for titles on behaviour, else on totals; null
   * when nothing.
   */
  @Nullable
  CategoryFigures figures(KeywordCell cell) {
    String category = cell.category();
    if (category == null) {
      return null;
    }
    if (cell.basis() != Basis.TITLE) {
      return figures.getOrDefault(cell.basis(), Map.of()).get(category);
    }
    CategoryFigures counted = figures.getOrDefault(Basis.BEHAVIOUR, Map.of()).get(category);
    return counted != null
        ? counted
        : figures.getOrDefault(Basis.AGGREGATE, Map.of()).get(category);
  }

  /** Categories that a keyword leads to. */
  Set<String> categories() {
    return keep(
        "categories",
        () -> cells.stream()
            .map(KeywordCell::category)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Categories in which the brand has an order, on any basis. */
  List<String> categoriesOf(String brandId) {
    return figures.values().stream()
        .flatMap(byCategory -> byCategory.entrySet().stream())
        .filter(entry -> entry.getValue().brandOrders(brandId) > 0)
        .map(Map.Entry::getKey)
        .distinct()
        .sorted()
        .toList();
  }

  /** Orders by product that came through search. */
  SortedMap<OrderTally.Item, ItemOrders> items() {
    return items;
  }

  ScoreModel model() {
    return model;
  }
}
