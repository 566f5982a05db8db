package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.CredibilityPrior;
import io.tidewatch.keywords.formula.Halves;
import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordHalves;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.behavior.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the counts of one window together: a cell for each keyword and each category that has enough of
 * its orders, and what the categories say. What the store tells by category, import and
 * advertisement is read when it is made.
 */
final class CellReader {
  private static final Halves.Half NO_HALF = new Halves.Half(Collections.emptySortedMap(), 0, 0, 0);
  private static final Halves NO_HALVES = new Halves(NO_HALF, NO_HALF);

  private final KeywordConfig config;
  private final Window window;
  private final List<KeywordTotals> totals;
  private final List<KeywordSpend> advertisements;
  private final SortedMap<String, SortedMap<String, Long>> brandsByCategory = new TreeMap<>();

  CellReader(BehaviorStore store, KeywordFacts facts, KeywordConfig config, KeywordWindow counted) {
    this.config = config;
    this.window = counted.window();
    this.totals = store.keywordTotals(window);
    this.advertisements = facts.keywordSpend(window);
    for (CategoryBrandOrders row : store.categoryBrandOrders(window)) {
      brandsByCategory
          .computeIfAbsent(row.categoryId(), c -> new TreeMap<>())
          .put(row.brandId(), row.orders());
    }
  }

  Window window() {
    return window;
  }

  /** Imported keywords with their searchers, at least 1. */
  Map<String, Long> imported() {
    var searchers = new HashMap<String, Long>();
    for (KeywordTotals row : totals) {
      Long known = row.searchers();
      searchers.merge(row.keyword(), known == null ? 1 : Math.max(1, known), Math::max);
    }
    return searchers;
  }

  /**
   * @param heads under which the counts were made; imports and advertisements follow them
   * @param halves who searched each keyword
   */
  Cells read(
      FamilyMap heads,
      List<KeywordHalves> halves,
      SortedMap<OrderTally.Place, OrderTally.Orders> places,
      MeetingTally.Result meetings) {
    var aggregate = new AggregateCells(
        config,
        totals.stream().map(row -> row.withKeyword(heads.head(row.keyword()))).toList());
    var spend = new SpendByWord(
        advertisements.stream()
            .map(row -> row.withKeyword(heads.head(row.keyword())))
            .toList(),
        aggregate.cells(),
        config.currency());
    var searched = new HashMap<String, KeywordHalves>(halves.size() * 2);
    halves.forEach(row -> searched.put(row.keyword(), row));
    var trend = new Trends(halves);
    var cells = new ArrayList<KeywordCell>();
    var ordered = new HashSet<String>();
    byKeyword(places).forEach((keyword, entries) -> {
      double all = entries.stream().mapToLong(e -> e.getValue().total()).sum();
      for (var entry : entries) {
        double part = entry.getValue().total() / all;
        if (part >= config.categoryShare()) {
          ordered.add(keyword);
          KeywordHalves row = searched.get(keyword);
          cells.add(ordered(
              entry.getKey(),
              part,
              row == null ? null : Long.valueOf(row.searchers()),
              entry.getValue(),
              trend.of(row),
              meetings,
              spend));
        }
      }
    });
    Map<String, String> categories = meetings.categories();
    for (KeywordHalves row : halves) {
      if (!ordered.contains(row.keyword())) {
        cells.add(unordered(row, categories.get(row.keyword()), trend.of(row), meetings, spend));
      }
    }
    Map<String, CategoryFigures> figures = figures(cells);
    var known = cells.stream().map(KeywordCell::keyword).collect(Collectors.toSet());
    aggregate.cells().stream().filter(c -> !known.contains(c.keyword())).forEach(cells::add);
    return new Cells(cells, Map.of(Basis.BEHAVIOUR, figures, Basis.AGGREGATE, aggregate.figures()));
  }

  private static Map<String, List<Map.Entry<OrderTally.Place, OrderTally.Orders>>> byKeyword(
      SortedMap<OrderTally.Place, OrderTally.Orders> places) {
    return places.entrySet().stream()
        .collect(
            Collectors.groupingBy(e -> e.getKey().keyword(), TreeMap::new, Collectors.toList()));
  }

  private KeywordCell ordered(
      OrderTally.Place place,
      double part,
      @Nullable Long searchers,
      OrderTally.Orders orders,
      KeywordTrend.Explanation trend,
      MeetingTally.Result meetings,
      SpendByWord spend) {
    return new KeywordCell(
        place.keyword(),
        place.category(),
        Basis.BEHAVIOUR,
        searchers,
        part,
        orders.byBrand(),
        orders.total(),
        orders.buyers(),
        orders.gmv(),
        orders.winsorised(),
        orders.squares(),
        orders.foreign(),
        true,
        orders.brandGmv(),
        trend,
        meetings.of(place.keyword(), place.category()),
        orders.halves(),
        spend.of(place.keyword(), part));
  }

  private KeywordCell unordered(
      KeywordHalves row,
      @Nullable String category,
      KeywordTrend.Explanation trend,
      MeetingTally.Result meetings,
      SpendByWord spend) {
    return new KeywordCell(
        row.keyword(),
        category,
        Basis.BEHAVIOUR,
        row.searchers(),
        1,
        Collections.emptySortedMap(),
        0L,
        0L,
        BigDecimal.ZERO,
        0.0,
        0,
        0,
        true,
        Collections.emptySortedMap(),
        trend,
        meetings.of(row.keyword(), category),
        NO_HALVES,
        spend.of(row.keyword(), 1));
  }

  private Map<String, CategoryFigures> figures(List<KeywordCell> cells) {
    Map<String, List<KeywordCell>> byCategory = cells.stream()
        .filter(c -> c.category() != null)
        .collect(Collectors.groupingBy(KeywordCell::category));
    byCategory
        .keySet()
        .forEach(c -> brandsByCategory.computeIfAbsent(c, unknown -> new TreeMap<>()));
    var figures = new HashMap<String, CategoryFigures>();
    brandsByCategory.forEach((category, orders) ->
        figures.put(category, figures(orders, byCategory.getOrDefault(category, List.of()))));
    return figures;
  }

  private CategoryFigures figures(SortedMap<String, Long> orders, List<KeywordCell> cells) {
    return new CategoryFigures(
        Collections.unmodifiableSortedMap(orders),
        orders.values().stream().mapToLong(Long::longValue).sum(),
        prior(cells, c -> new double[] {c.winsorised() == null ? 0 : c.winsorised(), c.squares()}),
        prior(cells, c -> {
          double buyers = c.buyers() == null ? 0 : c.buyers();
          return new double[] {buyers, buyers};
        }));
  }

  private CredibilityPrior prior(List<KeywordCell> cells, Function<KeywordCell, double[]> moments) {
    return CredibilityPrior.of(
        cells.stream()
            .map(cell -> {
              Double searchers = cell.categorySearchers();
              double[] sums = moments.apply(cell);
              double people =
                  searchers == null ? cell.buyers() == null ? 0 : cell.buyers() : searchers;
              return new CredibilityPrior.Sample(people, sums[0], sums[1]);
            })
            .toList(),
        config.minRevenuePrior(),
        config.maxRevenuePrior());
  }

  /** Cells in no order, and what categories say by basis. */
  record Cells(List<KeywordCell> cells, Map<Basis, Map<String, CategoryFigures>> figures) {}

  /** Trends of searchers; without any searcher in the first half nothing was observed there. */
  private final class Trends {
    private final KeywordTrend trend = new KeywordTrend(config.trendPrior());
    private final boolean observed;

    Trends(List<KeywordHalves> halves) {
      this.observed = halves.stream().anyMatch(row -> row.before() > 0);
    }

    KeywordTrend.Explanation of(@Nullable KeywordHalves row) {
      return row == null
          ? trend.explain(0, 0, observed)
          : trend.explain(row.before(), row.after(), observed);
    }
  }
}
