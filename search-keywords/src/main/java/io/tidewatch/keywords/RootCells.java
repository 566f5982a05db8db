package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.keywords.formula.Met;
import io.tidewatch.keywords.formula.Spend;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sums of one table's words by root word, category and basis. Immutable. */
final class RootCells {
  private final Map<Place, RootCell> byPlace;

  private RootCells(Map<Place, RootCell> byPlace) {
    this.byPlace = byPlace;
  }

  /** Made once a table. Words whose basis is not behaviour are not summed. */
  static RootCells of(KeywordTable table) {
    return table.keep(RootCells.class, () -> {
      var byPlace = new HashMap<Place, List<KeywordCell>>();
      FamilyMap families = table.families();
      for (KeywordCell cell : table.cells()) {
        if (cell.basis() == Basis.BEHAVIOUR) {
          String root = families.root(families.head(cell.keyword()));
          byPlace
              .computeIfAbsent(new Place(root, cell.category()), p -> new ArrayList<>())
              .add(cell);
        }
      }
      var sums = new HashMap<Place, RootCell>();
      byPlace.forEach((place, cells) -> sums.put(place, sum(place, cells)));
      return new RootCells(sums);
    });
  }

  /** The sum that a cell of the root word is part of; null when there is none. */
  @Nullable
  RootCell get(String root, KeywordCell cell) {
    return byPlace.get(new Place(root, cell.category()));
  }

  /** All sums, by root word, then category. */
  List<RootCell> all() {
    return byPlace.values().stream()
        .sorted(Comparator.comparing(RootCell::cell, KeywordCell.BY_NAME))
        .toList();
  }

  private static RootCell sum(Place place, List<KeywordCell> cells) {
    long fewestBuyers = 0;
    long mostBuyers = 0;
    long fewestSearchers = 0;
    long mostSearchers = 0;
    long orders = 0;
    long foreign = 0;
    BigDecimal gmv = BigDecimal.ZERO;
    double winsorised = 0;
    double squares = 0;
    var met = Met.NOTHING;
    boolean everybody = true;
    for (KeywordCell cell : cells) {
      long buyers = orZero(cell.buyers());
      long searchers = orZero(cell.searchers());
      fewestBuyers = Math.max(fewestBuyers, buyers);
      mostBuyers += buyers;
      fewestSearchers = Math.max(fewestSearchers, searchers);
      mostSearchers += searchers;
      orders += orZero(cell.orders());
      foreign += cell.foreign();
      gmv = cell.gmv() == null ? gmv : gmv.add(cell.gmv());
      winsorised += cell.winsorised() == null ? 0 : cell.winsorised();
      squares += cell.squares();
      met = met.plus(cell.meetings().all());
      everybody &= cell.meetings().complete();
    }
    var sum = new KeywordCell(
        place.root(),
        place.category(),
        Basis.BEHAVIOUR,
        null,
        1,
        byBrand(cells, KeywordCell::ordersByBrand, Long::sum),
        orders,
        fewestBuyers,
        gmv,
        winsorised,
        squares,
        foreign,
        true,
        byBrand(cells, KeywordCell::brandGmv, BigDecimal::add),
        new KeywordTrend.Explanation(0, 0, 1, false, 0),
        new Meetings(met, byBrand(cells, c -> c.meetings().byBrand(), Met::plus), everybody),
        null,
        byBrand(cells, KeywordCell::spend, Spend::plus));
    return new RootCell(
        sum, cells.size(), fewestSearchers, mostSearchers, fewestBuyers, mostBuyers);
  }

  private static <V> SortedMap<String, V> byBrand(
      List<KeywordCell> cells,
      Function<KeywordCell, SortedMap<String, V>> values,
      BinaryOperator<V> plus) {
    var sums = new TreeMap<String, V>();
    cells.forEach(cell -> values.apply(cell).forEach((brand, v) -> sums.merge(brand, v, plus)));
    return Collections.unmodifiableSortedMap(sums);
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private record Place(String root, @Nullable String category) {}
}
