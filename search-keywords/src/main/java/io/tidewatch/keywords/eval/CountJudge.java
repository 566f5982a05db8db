package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.formula.BrandAdvantage;
import io.tidewatch.keywords.formula.KeywordEntropy;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.formula.Ownership;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Applies the table's formulas to counts that are not the table's: sums, and expected counts. */
public final class CountJudge {
  private final KeywordConfig config;
  private final BrandAdvantage advantage;
  private final KeywordEntropy entropy;
  private final Ownership ownership = new Ownership();

  public CountJudge(KeywordConfig config) {
    this.config = config;
    this.advantage = new BrandAdvantage(config.advantagePrior());
    this.entropy = new KeywordEntropy(config.minOrders());
  }

  /** The spellings of one family in one category as one word. R and searchers are summed. */
  public TableWord sum(String keyword, List<TableWord> spellings, Map<String, Long> category) {
    var orders = new TreeMap<String, Long>();
    var revenue = new TreeMap<String, Double>();
    double gmv = 0;
    double worth = 0;
    long searchers = 0;
    long buyers = 0;
    for (TableWord word : spellings) {
      word.sides().forEach((brand, side) -> {
        orders.merge(brand, side.orders(), Long::sum);
        revenue.merge(brand, side.RBrand() == null ? 0.0 : side.RBrand(), Double::sum);
      });
      gmv += word.gmv();
      worth += word.R() == null ? 0 : word.R();
      searchers += word.searchers();
      buyers += word.buyers();
    }
    String place = spellings.getFirst().category();
    TableWord word = judge(keyword, place, orders, buyers, category);
    var sides = new TreeMap<String, TableWord.Side>();
    word.sides()
        .forEach((brand, side) -> sides.put(
            brand,
            new TableWord.Side(
                side.orders(), side.share(), side.label(), side.A(), revenue.get(brand))));
    return new TableWord(
        keyword,
        place,
        searchers,
        word.orders(),
        buyers,
        word.E(),
        word.spread(),
        worth,
        gmv,
        sides);
  }

  /** As many orders as there were, shared as the truth says, in a category shared as it says. */
  public TableWord expected(
      TableWord seen, TrueWord truth, Map<String, Double> category, long all) {
    return judge(
        seen.keyword(),
        seen.category(),
        Rounding.largestRemainders(truth.orders(), seen.orders()),
        seen.buyers(),
        Rounding.largestRemainders(new TreeMap<>(category), all));
  }

  private TableWord judge(
      String keyword,
      String category,
      SortedMap<String, Long> orders,
      long buyers,
      Map<String, Long> categoryOrders) {
    long all = sum(orders);
    long inCategory = Math.max(1, sum(categoryOrders));
    SortedSet<String> brands = new TreeSet<>(categoryOrders.keySet());
    orders.forEach((brand, n) -> {
      if (n > 0) {
        brands.add(brand);
      }
    });
    var competition = entropy.explain(
        brands.stream().mapToLong(b -> orders.getOrDefault(b, 0L)).toArray());
    boolean sufficient = all >= config.minOrders() && buyers >= config.minBuyers();
    String owner = null;
    for (var one : orders.entrySet()) {
      boolean half = all > 0 && 2 * one.getValue() >= all;
      owner = half && ownership.explain(one.getKey(), one.getValue(), all).owns()
          ? one.getKey()
          : owner;
    }
    var sides = new TreeMap<String, TableWord.Side>();
    brands.addAll(orders.keySet());
    for (String brand : brands) {
      long own = orders.getOrDefault(brand, 0L);
      var edge = advantage.explain(
          own, all, categoryOrders.getOrDefault(brand, 0L), inCategory, categoryOrders.size());
      KeywordLabel label = sufficient
          ? KeywordLabel.of(brand.equals(owner), owner != null && !brand.equals(owner), edge.A())
          : KeywordLabel.INSUFFICIENT;
      sides.put(brand, new TableWord.Side(own, edge.s(), label, edge.A(), null));
    }
    return new TableWord(
        keyword, category, 0, all, buyers, competition.E(), competition.spread(), null, 0, sides);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
