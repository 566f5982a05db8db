package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.CredibilityPrior;
import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.keywords.formula.Met;
import io.tidewatch.keywords.formula.Spend;
import io.tidewatch.model.behavior.KeywordTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imported totals as cells. A row without a brand speaks for the whole market, a row with one for
 * that brand alone; what no row tells stays null. Orders of the market are the market row's, else
 * the sum of at least two brands; brands count as all there are when they make up at least 95 % of
 * the market. Totals hold no order values, so v₀ cannot come from moments: it is the geometric mean
 * of its limits.
 *
 * <p>Totals by words of product titles make cells of that basis, for words that no other totals speak
 * of. They hold every sale, so a word of a single brand is complete too.
 */
final class AggregateCells {
  private static final double NEARLY_ALL = 0.95;

  private final KeywordConfig config;
  private final List<KeywordCell> cells;
  private final Map<String, CategoryFigures> figures;

  AggregateCells(KeywordConfig config, List<KeywordTotals> totals) {
    this.config = config;
    Map<Place, List<KeywordTotals>> places = totals.stream()
        .collect(Collectors.groupingBy(
            t -> new Place(t.keyword(), t.categoryId()),
            () -> new TreeMap<>(Place.ORDER),
            Collectors.toList()));
    var searched = totals.stream()
        .filter(t -> !t.titles())
        .map(KeywordTotals::keyword)
        .collect(Collectors.toSet());
    var made = new ArrayList<KeywordCell>();
    places.forEach((place, rows) -> {
      List<KeywordTotals> own = rows.stream()
          .filter(r -> !r.titles() || !searched.contains(r.keyword()))
          .toList();
      if (!own.isEmpty()) {
        made.add(cell(place, own));
      }
    });
    this.cells = List.copyOf(made);
    this.figures = figuresByCategory();
  }

  List<KeywordCell> cells() {
    return cells;
  }

  Map<String, CategoryFigures> figures() {
    return figures;
  }

  private KeywordCell cell(Place place, List<KeywordTotals> rows) {
    List<KeywordTotals> market = rows.stream().filter(r -> r.brandId() == null).toList();
    List<KeywordTotals> branded = rows.stream().filter(r -> r.brandId() != null).toList();
    var byBrand = new TreeMap<String, Long>();
    var brandGmv = new TreeMap<String, BigDecimal>();
    for (KeywordTotals row : branded) {
      String brand = Objects.requireNonNull(row.brandId());
      if (row.orders() != null) {
        byBrand.merge(brand, row.orders(), Long::sum);
      }
      BigDecimal own = money(row);
      if (own != null) {
        brandGmv.merge(brand, own, BigDecimal::add);
      }
    }
    boolean titles = rows.getFirst().titles();
    int fewest = titles ? 1 : 2;
    Long orders = sum(market, KeywordTotals::orders);
    long known = byBrand.values().stream().mapToLong(Long::longValue).sum();
    if (orders == null || orders < known) {
      orders = byBrand.size() >= fewest ? Long.valueOf(known) : orders;
    }
    boolean complete = orders != null && byBrand.size() >= fewest && known >= NEARLY_ALL * orders;
    BigDecimal gmv = gmv(market, brandGmv, fewest);
    return new KeywordCell(
        place.keyword(),
        place.category(),
        titles ? Basis.TITLE : Basis.AGGREGATE,
        searchers(market, branded),
        1,
        Collections.unmodifiableSortedMap(byBrand),
        orders,
        null,
        gmv,
        gmv == null ? null : Double.valueOf(gmv.doubleValue()),
        0,
        rows.stream().filter(r -> r.gmv() != null && money(r) == null).count(),
        complete,
        Collections.unmodifiableSortedMap(brandGmv),
        new KeywordTrend(config.trendPrior()).explain(0, 0, false),
        meetings(market, branded),
        null,
        spend(branded));
  }

  /** Impressions and clicks of the market's rows, else the sum of at least two brands. */
  private static Meetings meetings(List<KeywordTotals> market, List<KeywordTotals> branded) {
    var byBrand = new TreeMap<String, Met>();
    for (KeywordTotals row : branded) {
      byBrand.merge(Objects.requireNonNull(row.brandId()), met(row), Met::plus);
    }
    Met all = market.stream().map(AggregateCells::met).reduce(Met.NOTHING, Met::plus);
    if (market.isEmpty() && byBrand.size() >= 2) {
      all = byBrand.values().stream().reduce(Met.NOTHING, Met::plus);
    }
    return new Meetings(all, byBrand, false);
  }

  private static Met met(KeywordTotals row) {
    return new Met(row.impressions(), row.clicks(), null, 0, 0, 0, 0);
  }

  private SortedMap<String, Spend> spend(List<KeywordTotals> branded) {
    var spend = new TreeMap<String, Spend>();
    for (KeywordTotals row : branded) {
      boolean ours = row.currency() == null || config.currency().equals(row.currency());
      if (row.cost() != null && ours) {
        spend.merge(
            Objects.requireNonNull(row.brandId()),
            new Spend(row.cost(), row.clicks(), row.impressions(), "totals"),
            Spend::plus);
      }
    }
    return Collections.unmodifiableSortedMap(spend);
  }

  /** The market's searchers, else the most that one brand's report shows for the same word. */
  private static @Nullable Long searchers(List<KeywordTotals> market, List<KeywordTotals> branded) {
    Long all = sum(market, KeywordTotals::searchers);
    if (all != null) {
      return all;
    }
    return branded.stream()
        .map(KeywordTotals::searchers)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private @Nullable BigDecimal gmv(
      List<KeywordTotals> market, SortedMap<String, BigDecimal> brandGmv, int fewest) {
    List<BigDecimal> known =
        market.stream().map(this::money).filter(Objects::nonNull).toList();
    if (!known.isEmpty()) {
      return known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    return brandGmv.size() < fewest
        ? null
        : brandGmv.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private @Nullable BigDecimal money(KeywordTotals row) {
    return row.currency() == null || config.currency().equals(row.currency()) ? row.gmv() : null;
  }

  private static @Nullable Long sum(List<KeywordTotals> rows, Figure figure) {
    List<Long> known = rows.stream().map(figure::of).filter(Objects::nonNull).toList();
    return known.isEmpty() ? null : known.stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, CategoryFigures> figuresByCategory() {
    Map<String, List<KeywordCell>> byCategory = cells.stream()
        .filter(c -> c.category() != null)
        .collect(Collectors.groupingBy(KeywordCell::category));
    var made = new HashMap<String, CategoryFigures>();
    byCategory.forEach((category, members) -> {
      List<KeywordCell> searched =
          members.stream().filter(c -> c.basis() == Basis.AGGREGATE).toList();
      made.put(category, figures(searched.isEmpty() ? members : searched));
    });
    return Collections.unmodifiableMap(made);
  }

  private CategoryFigures figures(List<KeywordCell> members) {
    var byBrand = new TreeMap<String, Long>();
    long orders = 0;
    double searchers = 0;
    double gmv = 0;
    for (KeywordCell cell : members) {
      if (cell.orders() != null) {
        orders += cell.orders();
        cell.ordersByBrand().forEach((brand, n) -> byBrand.merge(brand, n, Long::sum));
      }
      if (cell.searchers() != null && cell.winsorised() != null) {
        searchers += cell.searchers();
        gmv += cell.winsorised();
      }
    }
    double weight = Math.sqrt(config.minRevenuePrior() * config.maxRevenuePrior());
    return new CategoryFigures(
        Collections.unmodifiableSortedMap(byBrand),
        orders,
        new CredibilityPrior(searchers > 0 ? gmv / searchers : 0, weight),
        new CredibilityPrior(0, weight));
  }

  /** Reads one figure of a row. */
  private interface Figure {
    @Nullable
    Long of(KeywordTotals row);
  }

  private record Place(String keyword, @Nullable String category) {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::keyword)
        .thenComparing(Place::category, Comparator.nullsLast(Comparator.naturalOrder()));
  }
}
