package io.tidewatch.keywords;

import io.tidewatch.model.behavior.Window;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All keywords of one window with their counts: what every answer is computed from. Immutable.
 */
final class KeywordTable {
  private final Window window;
  private final List<KeywordCell> cells;
  private final Map<String, List<KeywordCell>> byKeyword;
  private final Map<Basis, Map<String, CategoryFigures>> figures;
  private final SortedMap<OrderTally.Item, OrderTally.Orders> items;
  private final ScoreModel model;

  KeywordTable(
      Window window,
      List<KeywordCell> cells,
      Map<Basis, Map<String, CategoryFigures>> figures,
      SortedMap<OrderTally.Item, OrderTally.Orders> items,
      ScoreModel model) {
    this.window = window;
    this.cells = cells.stream().sorted(KeywordCell.BY_NAME).toList();
    this.byKeyword = this.cells.stream().collect(Collectors.groupingBy(KeywordCell::keyword));
    this.figures = Map.copyOf(figures);
    this.items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    this.model = model;
  }

  KeywordTable with(ScoreModel fitted) {
    return new KeywordTable(window, cells, figures, items, fitted);
  }

  Window window() {
    return window;
  }

  /** Ordered by keyword, then category. */
  List<KeywordCell> cells() {
    return cells;
  }

  /** The rows of one normalised keyword, ordered by category; empty when it is unknown. */
  List<KeywordCell> of(String keyword) {
    return byKeyword.getOrDefault(keyword, List.of());
  }

  /** What the cell's category says on the cell's basis; null when nothing. */
  @Nullable
  CategoryFigures figures(KeywordCell cell) {
    Basis counted = cell.basis() == Basis.TITLE ? Basis.BEHAVIOUR : cell.basis();
    return cell.category() == null
        ? null
        : figures.getOrDefault(counted, Map.of()).get(cell.category());
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
  SortedMap<OrderTally.Item, OrderTally.Orders> items() {
    return items;
  }

  ScoreModel model() {
    return model;
  }
}
