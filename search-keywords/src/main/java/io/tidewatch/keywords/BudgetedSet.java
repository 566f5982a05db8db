package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.BudgetPlan;
import io.tidewatch.keywords.formula.ClickRate;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.Spend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words with the most expected revenue from new customers under a spend limit. A word is bought
 * for every searcher of the window: paid clicks = V · click rate, cost = clicks · cost per click, new
 * customers = clicks · S (the chance that a searcher whom the brand does not hold buys), revenue =
 * new customers · order value. The click rate is that of the advertisements, else the brand's own
 * ({@link ClickRate}); the order value the brand's at the word from five orders on, else the word's.
 */
final class BudgetedSet {
  private static final long ENOUGH_ORDERS = 5;
  private static final long ENOUGH_EXPOSURES = 100;

  private final KeywordTable table;
  private final KeywordRanking ranking;
  private final KeywordFigures figures;

  BudgetedSet(KeywordScope scope, KeywordRanking ranking) {
    this.table = scope.table();
    this.ranking = ranking;
    this.figures = new KeywordFigures(scope.config(), scope.table());
  }

  /**
   * The chosen words in order of choice, each with its plan; then, up to {@code top}, words that
   * could not be weighed, each saying what is missing.
   */
  List<KeywordRow> rows(List<Recommendation.Noted> words, double budget, int top) {
    var offers = new HashMap<String, Offered>();
    var rows = new ArrayList<KeywordRow>();
    var missing = new ArrayList<KeywordRow>();
    for (Recommendation.Noted word : words) {
      KeywordCell cell = word.judged().cell();
      Offered offered = offer(word);
      if (offered.missing() == null) {
        offers.put(cell.keyword() + "\t" + cell.category(), offered);
      } else if (missing.size() < top) {
        missing.add(row(word).with(ranking.reasons().notPlanned(offered.missing())));
      }
    }
    List<BudgetPlan.Offer> all = offers.entrySet().stream()
        .map(e -> new BudgetPlan.Offer(
            e.getKey(), e.getValue().family(), e.getValue().cost(), e.getValue().revenue()))
        .sorted(Comparator.comparing(BudgetPlan.Offer::id))
        .toList();
    int place = 0;
    for (BudgetPlan.Choice choice : BudgetPlan.choose(all, budget)) {
      Offered offered = Objects.requireNonNull(offers.get(choice.offer().id()));
      place++;
      rows.add(row(offered.word())
          .with(new KeywordRow.Plan(
              place,
              offered.cost(),
              offered.clicks(),
              offered.newCustomers(),
              offered.revenue(),
              choice.gain(),
              offered.family())));
    }
    rows.addAll(missing);
    return rows.stream().limit(top).toList();
  }

  private KeywordRow row(Recommendation.Noted word) {
    return ranking.row(word.judged().cell(), word.judged().why(), word.reasons(), word.notes());
  }

  private Offered offer(Recommendation.Noted word) {
    KeywordCell cell = word.judged().cell();
    KeywordExplanation why = word.judged().why();
    String brand = Objects.requireNonNull(why.brandId());
    Double searchers = cell.categorySearchers();
    Double perClick = perClick(cell, brand);
    Double rate = clickRate(cell, brand);
    Double value = orderValue(cell, brand);
    Double score = why.score();
    if (score == null || searchers == null) {
      return Offered.without(word, "score");
    }
    if (perClick == null) {
      return Offered.without(word, "cost");
    }
    if (rate == null) {
      return Offered.without(word, "click-rate");
    }
    if (value == null) {
      return Offered.without(word, "value");
    }
    double clicks = searchers * rate;
    double customers = clicks * score;
    double cost = clicks * perClick;
    return cost > 0 && customers * value > 0
        ? new Offered(word, family(cell), cost, clicks, customers, customers * value, null)
        : Offered.without(word, "value");
  }

  private static @Nullable Double perClick(KeywordCell cell, String brand) {
    Spend spend = cell.spend().get(brand);
    return spend == null || spend.amount() == null || spend.clicks() == null || spend.clicks() == 0
        ? null
        : Double.valueOf(spend.amount().doubleValue() / spend.clicks());
  }

  private @Nullable Double clickRate(KeywordCell cell, String brand) {
    Spend spend = cell.spend().get(brand);
    if (spend != null
        && spend.clicks() != null
        && spend.exposures() != null
        && spend.exposures() >= ENOUGH_EXPOSURES) {
      return Math.min(1, (double) spend.clicks() / spend.exposures());
    }
    ClickRate own = figures.clickRate(cell, brand);
    Interval rate = own == null ? null : own.corrected() == null ? own.observed() : own.corrected();
    return rate == null ? null : Double.valueOf(rate.mid());
  }

  private static @Nullable Double orderValue(KeywordCell cell, String brand) {
    Long own = cell.brandOrders(brand);
    var gmv = cell.brandGmv().get(brand);
    if (own != null && own >= ENOUGH_ORDERS && gmv != null) {
      return gmv.doubleValue() / own;
    }
    return cell.winsorised() == null || cell.orders() == null || cell.orders() == 0
        ? null
        : Double.valueOf(cell.winsorised() / cell.orders());
  }

  /** Words of one root share their searchers. */
  private String family(KeywordCell cell) {
    FamilyMap families = table.families();
    return families.root(families.head(cell.keyword()));
  }

  private record Offered(
      Recommendation.Noted word,
      String family,
      double cost,
      double clicks,
      double newCustomers,
      double revenue,
      @Nullable String missing) {
    static Offered without(Recommendation.Noted word, String missing) {
      return new Offered(word, "", 0, 0, 0, 0, missing);
    }
  }
}
