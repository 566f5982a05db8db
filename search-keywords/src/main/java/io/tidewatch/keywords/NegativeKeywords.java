package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.Spend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Words that cost clicks and bring no orders. Proven where even the 95 % bound of orders per click
 * (Jeffreys) lies below the break-even, cost per click / (order value · margin), margin 1 when it is
 * unknown; where no cost is known only words without any order are named, and said to be unproven.
 */
final class NegativeKeywords {
  private static final long MANY_CLICKS = 50;

  private final KeywordScope scope;
  private final KeywordRanking ranking;
  private final @Nullable Double margin;

  NegativeKeywords(KeywordScope scope, KeywordRanking ranking, @Nullable Double margin) {
    this.scope = scope;
    this.ranking = ranking;
    this.margin = margin;
  }

  /** Proven ones by spend, then the others by clicks. */
  List<KeywordRow> rows(KeywordQuery query) {
    var found = new ArrayList<Found>();
    Set<String> categories = scope.categories(query.requiredBrand(), query.categoryId());
    for (KeywordCell cell : scope.table().cells()) {
      String category = cell.category();
      boolean ours = category == null ? query.categoryId() == null : categories.contains(category);
      Found one = ours ? judge(cell, query.requiredBrand()) : null;
      if (one != null) {
        found.add(one);
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(Found::proven, Comparator.reverseOrder())
            .thenComparing(Found::spend, Comparator.reverseOrder())
            .thenComparing(Found::clicks, Comparator.reverseOrder())
            .thenComparing(Found::cell, KeywordCell.BY_NAME))
        .limit(query.top())
        .map(one -> ranking.row(
            one.cell(),
            ranking.judged(one.cell(), query.requiredBrand()).why(),
            List.of(ranking
                .reasons()
                .negative(one.clicks(), one.orders(), one.upper(), one.breakEven())),
            List.of()))
        .toList();
  }

  private @Nullable Found judge(KeywordCell cell, String brand) {
    Spend spend = cell.spend().get(brand);
    Long met = cell.meetings().of(brand).clicks();
    long paid = spend == null || spend.clicks() == null ? 0 : spend.clicks();
    long clicks = Math.max(paid, met == null ? 0 : met);
    Long orders = cell.brandOrders(brand);
    if (clicks < MANY_CLICKS || orders == null) {
      return null;
    }
    double hits = Math.min(orders, clicks);
    double upper =
        BetaDistribution.of(hits + 0.5, clicks - hits + 0.5).inverseCumulativeProbability(0.95);
    Double breakEven = breakEven(cell, spend, paid);
    double spent = spend == null || spend.amount() == null ? 0 : spend.amount().doubleValue();
    if (breakEven == null) {
      return orders == 0 ? new Found(cell, clicks, orders, upper, null, spent) : null;
    }
    return upper < breakEven ? new Found(cell, clicks, orders, upper, breakEven, spent) : null;
  }

  /** Orders per click at which the margin pays for the clicks. */
  private @Nullable Double breakEven(KeywordCell cell, @Nullable Spend spend, long paid) {
    CategoryFigures figures = scope.table().figures(cell);
    if (spend == null || spend.amount() == null || paid == 0) {
      return null;
    }
    double value;
    if (cell.orders() != null && cell.orders() > 0 && cell.winsorised() != null) {
      value = cell.winsorised() / cell.orders();
    } else if (figures != null && figures.conversion().mean() > 0) {
      value = figures.revenue().mean() / figures.conversion().mean();
    } else {
      return null;
    }
    double kept = Objects.requireNonNullElse(margin, 1.0);
    return value <= 0 ? null : Double.valueOf(spend.amount().doubleValue() / paid / (value * kept));
  }

  private record Found(
      KeywordCell cell,
      long clicks,
      long orders,
      double upper,
      @Nullable Double breakEven,
      double spend) {
    boolean proven() {
      return breakEven != null;
    }
  }
}
