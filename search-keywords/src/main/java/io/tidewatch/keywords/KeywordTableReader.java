package io.tidewatch.keywords;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the counts of a window from the store and makes the table of it. */
final class KeywordTableReader {
  private final BehaviorStore store;
  private final KeywordConfig config;

  KeywordTableReader(BehaviorStore store, KeywordConfig config) {
    this.store = store;
    this.config = config;
  }

  /**
   * The table of the window that ends at {@code asOf} (exclusive), with the score fitted on the
   * window before it where that suffices.
   */
  KeywordTable read(Instant asOf) {
    Window window = Window.before(asOf, config.windowDays(), config.zone());
    var counter = new TrialCounter(config);
    var votes = new HashMap<String, SortedMap<String, Long>>();
    var trends = new SearchTrends(config, lastDay(asOf));
    store.interestFacts(window, fact -> {
      String category = fact.categoryId();
      if (fact.action().equals("search") && fact.keyword() != null && category != null) {
        votes
            .computeIfAbsent(fact.keyword(), k -> new TreeMap<>())
            .merge(category, fact.count(), Long::sum);
      }
      counter.later(fact);
    });
    KeywordTable table = counts(window, orders(window), votes, trends);
    return table.with(config.fit().enabled() ? fit(window.from(), counter) : ScoreModel.DEFAULT);
  }

  private ScoreModel fit(Instant start, TrialCounter counter) {
    Window before = Window.before(start, config.windowDays(), config.zone());
    OrderTally orders = orders(before);
    if (orders.isEmpty()) {
      return ScoreModel.DEFAULT;
    }
    KeywordTable past = counts(before, orders, Map.of(), new SearchTrends(config, lastDay(start)));
    return new ScoreFit(config.fit()).fit(counter.count(store, past, start));
  }

  private OrderTally orders(Window window) {
    var tally = new OrderTally(config.currency());
    store.attributedOrders(window, tally::add);
    return tally;
  }

  private KeywordTable counts(
      Window window,
      OrderTally tally,
      Map<String, SortedMap<String, Long>> votes,
      SearchTrends trends) {
    var traffic = traffic(window);
    SortedMap<OrderTally.Place, OrderTally.Orders> places = tally.places();
    Map<String, Double> caps = caps(places);
    var cells = new ArrayList<KeywordCell>();
    places.entrySet().stream()
        .collect(
            Collectors.groupingBy(e -> e.getKey().keyword(), TreeMap::new, Collectors.toList()))
        .forEach((keyword, entries) -> {
          double all = entries.stream().mapToLong(e -> e.getValue().total()).sum();
          for (var entry : entries) {
            double part = entry.getValue().total() / all;
            if (part >= config.categoryShare()) {
              String category = entry.getKey().category();
              cells.add(cell(
                  keyword,
                  category,
                  part,
                  traffic.get(keyword),
                  entry.getValue(),
                  caps.getOrDefault(category, 0.0),
                  trends.of(keyword)));
            }
          }
        });
    var ordered = cells.stream().map(KeywordCell::keyword).collect(Collectors.toSet());
    traffic.forEach((keyword, searchers) -> {
      if (!ordered.contains(keyword)) {
        cells.add(unordered(keyword, mostVoted(votes.get(keyword)), searchers, trends.of(keyword)));
      }
    });
    Map<String, CategoryFigures> figures = figures(window, cells);
    var aggregate = new AggregateCells(config, store.keywordTotals(window));
    var known = cells.stream().map(KeywordCell::keyword).collect(Collectors.toSet());
    aggregate.cells().stream().filter(c -> !known.contains(c.keyword())).forEach(cells::add);
    return new KeywordTable(
        window,
        cells,
        Map.of(Basis.BEHAVIOUR, figures, Basis.AGGREGATE, aggregate.figures()),
        tally.items(),
        ScoreModel.DEFAULT);
  }

  private Map<String, Long> traffic(Window window) {
    return store.keywordTraffic(window).stream()
        .collect(Collectors.toMap(KeywordTraffic::keyword, KeywordTraffic::searchers));
  }

  private static Map<String, Double> caps(SortedMap<OrderTally.Place, OrderTally.Orders> places) {
    return places.entrySet().stream()
        .collect(Collectors.groupingBy(
            e -> e.getKey().category(),
            Collectors.collectingAndThen(
                Collectors.flatMapping(
                    e -> Arrays.stream(e.getValue().values()).boxed(), Collectors.toList()),
                values -> KeywordRevenue.cap(
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray()))));
  }

  private static KeywordCell cell(
      String keyword,
      String category,
      double part,
      @Nullable Long searchers,
      OrderTally.Orders orders,
      double cap,
      KeywordTrend.Explanation trend) {
    double winsorised = 0;
    double squares = 0;
    for (double value : KeywordRevenue.winsorise(orders.values(), cap)) {
      winsorised += value;
      squares += value * value;
    }
    return new KeywordCell(
        keyword,
        category,
        Basis.BEHAVIOUR,
        searchers,
        part,
        orders.byBrand(),
        orders.total(),
        orders.buyers(),
        orders.gmv(),
        winsorised,
        squares,
        orders.foreign(),
        true,
        Collections.emptySortedMap(),
        trend);
  }

  private static KeywordCell unordered(
      String keyword, @Nullable String category, long searchers, KeywordTrend.Explanation trend) {
    return new KeywordCell(
        keyword,
        category,
        Basis.BEHAVIOUR,
        searchers,
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
        trend);
  }

  private static @Nullable String mostVoted(@Nullable SortedMap<String, Long> votes) {
    if (votes == null) {
      return null;
    }
    String best = null;
    long most = 0;
    for (var vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        most = vote.getValue();
        best = vote.getKey();
      }
    }
    return best;
  }

  private Map<String, CategoryFigures> figures(Window window, List<KeywordCell> cells) {
    var byBrand = new TreeMap<String, SortedMap<String, Long>>();
    for (CategoryBrandOrders row : store.categoryBrandOrders(window)) {
      byBrand
          .computeIfAbsent(row.categoryId(), c -> new TreeMap<>())
          .put(row.brandId(), row.orders());
    }
    Map<String, List<KeywordCell>> byCategory = cells.stream()
        .filter(c -> c.category() != null)
        .collect(Collectors.groupingBy(KeywordCell::category));
    byCategory.keySet().forEach(c -> byBrand.computeIfAbsent(c, unknown -> new TreeMap<>()));
    var figures = new HashMap<String, CategoryFigures>();
    byBrand.forEach((category, orders) ->
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

  /** The last local day before a time. */
  private LocalDate lastDay(Instant end) {
    return end.minusNanos(1).atZone(config.zone()).toLocalDate();
  }
}
