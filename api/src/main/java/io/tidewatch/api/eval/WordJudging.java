package io.tidewatch.api.eval;

import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.eval.CountJudge;
import io.tidewatch.keywords.eval.JudgedWord;
import io.tidewatch.keywords.eval.TableWord;
import io.tidewatch.keywords.eval.TrueWord;
import io.tidewatch.model.behavior.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words of a market's table beside their truth, as the table has them, and summed by family.
 *
 * @param keywords each row of the table that is a known form of a family
 * @param families the same, one a family
 * @param unknownOrders orders of rows that are no known form, such as words of other categories
 * @param orders orders of all rows
 */
record WordJudging(
    List<JudgedWord> keywords, List<JudgedWord> families, long unknownOrders, long orders) {

  WordJudging {
    keywords = List.copyOf(keywords);
    families = List.copyOf(families);
  }

  /** Reads table and truth of the window that ends with the market. */
  static WordJudging of(SimulatedMarket market) {
    KeywordConfig config = KeywordConfig.DEFAULT;
    var end = market.config().end();
    Window window = Window.before(end, config.windowDays(), config.zone());
    KeywordTruth truth = KeywordTruth.read(
        market,
        window.from().atZone(config.zone()).toLocalDate(),
        end.atZone(config.zone()).toLocalDate());
    var counted = new TreeMap<String, SortedMap<String, Long>>();
    market
        .service()
        .behavior()
        .categoryBrandOrders(window)
        .forEach(row -> counted
            .computeIfAbsent(row.categoryId(), c -> new TreeMap<>())
            .put(row.brandId(), row.orders()));
    var reader = new TableReader(market.service().keywords(), new Span(end, null));
    var judge = new CountJudge(config);
    var keywords = new ArrayList<JudgedWord>();
    var families = new ArrayList<JudgedWord>();
    long unknown = 0;
    long all = 0;
    for (var category : truth.categories().entrySet()) {
      SortedMap<String, Double> expected = category.getValue();
      SortedMap<String, Long> orders = counted.getOrDefault(category.getKey(), new TreeMap<>());
      long inCategory = orders.values().stream().mapToLong(Long::longValue).sum();
      var byFamily = new LinkedHashMap<TrueWord, List<TableWord>>();
      for (TableWord word : reader.words(category.getKey(), expected.keySet())) {
        var family = truth.of(word.keyword(), word.category());
        all += word.orders();
        unknown += family.isEmpty() ? word.orders() : 0;
        family.ifPresent(f -> {
          byFamily.computeIfAbsent(f, k -> new ArrayList<>()).add(word);
          keywords.add(new JudgedWord(
              word, f, judge.expected(word, f, expected, inCategory), expected, orders));
        });
      }
      byFamily.forEach((family, spellings) -> {
        TableWord word = judge.sum(family.keyword(), spellings, orders);
        families.add(new JudgedWord(
            word, family, judge.expected(word, family, expected, inCategory), expected, orders));
      });
    }
    return new WordJudging(keywords, families, unknown, all);
  }
}
