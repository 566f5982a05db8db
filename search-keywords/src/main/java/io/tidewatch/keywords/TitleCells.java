package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.KeywordTrend;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Cells for a word that nobody searched: orders (those that came through any search) of the
 * products whose name holds it, by category. Buyers and searchers are not known.
 */
final class TitleCells {
  private TitleCells() {}

  /** {@code word} is normalised; empty when no product's name holds it. */
  static List<KeywordCell> of(
      String word, KeywordTable table, Catalogue catalogue, KeywordConfig config) {
    var products = new TreeMap<String, Set<String>>();
    Seed.titled(word, catalogue).stream()
        .collect(Collectors.groupingBy(Product::categoryId))
        .forEach((category, titled) ->
            products.put(category, titled.stream().map(Product::id).collect(Collectors.toSet())));
    var cells = new ArrayList<KeywordCell>();
    products.forEach((category, ids) -> {
      var byBrand = new TreeMap<String, Long>();
      BigDecimal gmv = BigDecimal.ZERO;
      long foreign = 0;
      for (var item : table.items().entrySet()) {
        if (ids.contains(item.getKey().productId())) {
          byBrand.merge(item.getKey().brandId(), item.getValue().total(), Long::sum);
          gmv = gmv.add(item.getValue().gmv());
          foreign += item.getValue().foreign();
        }
      }
      long orders = byBrand.values().stream().mapToLong(Long::longValue).sum();
      cells.add(new KeywordCell(
          word,
          category,
          Basis.TITLE,
          null,
          1,
          Collections.unmodifiableSortedMap(byBrand),
          orders,
          null,
          gmv,
          gmv.doubleValue(),
          0,
          foreign,
          true,
          Collections.emptySortedMap(),
          new KeywordTrend(config.trendPrior()).explain(0, 0, false),
          Meetings.NONE,
          null,
          Collections.emptySortedMap()));
    });
    return cells;
  }
}
