package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordComparison;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordFunnel;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts several brands side by side at each word. */
final class KeywordComparisons {
  private KeywordComparisons() {}

  /** The words that one of the brands was ordered under, most revenue first. */
  static List<KeywordComparison> of(
      KeywordScope scope, List<String> brands, @Nullable String categoryId, int top) {
    Set<String> wanted =
        categoryId == null ? null : scope.categories(brands.getFirst(), categoryId);
    return scope.table().cells().stream()
        .filter(c -> wanted == null || (c.category() != null && wanted.contains(c.category())))
        .filter(c -> brands.stream().anyMatch(b -> c.ordersByBrand().getOrDefault(b, 0L) > 0))
        .sorted(Comparator.comparing(
                KeywordCell::winsorised, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(KeywordCell.BY_NAME))
        .limit(top)
        .map(cell -> of(scope, cell, brands))
        .toList();
  }

  private static KeywordComparison of(KeywordScope scope, KeywordCell cell, List<String> brands) {
    var judge = new KeywordJudge(scope.config(), scope.table());
    var figures = new KeywordFigures(scope.config(), scope.table());
    var market = judge.judge(cell, null);
    List<KeywordComparison.Side> sides = brands.stream()
        .map(brand -> side(judge.judge(cell, brand), figures.funnel(cell, brand), brand))
        .toList();
    String leader = null;
    long most = 0;
    for (KeywordComparison.Side side : sides) {
      if (side.orders() != null && side.orders() > most) {
        most = side.orders();
        leader = side.brandId();
      }
    }
    return new KeywordComparison(
        cell.keyword(),
        cell.category(),
        market.entropy() == null ? null : market.entropy().E(),
        market.revenue() == null ? null : Double.valueOf(market.revenue().R()),
        cell.searchers(),
        cell.orders(),
        leader,
        sides,
        cell.basis().label(),
        scope.table().window().to());
  }

  private static KeywordComparison.Side side(
      KeywordExplanation why, KeywordFunnel funnel, String brand) {
    KeywordFunnel.Steps steps = funnel.brands().getFirst();
    return new KeywordComparison.Side(
        brand,
        why.label(),
        steps.orders(),
        steps.orderShare(),
        why.advantage() == null ? null : why.advantage().A(),
        why.revenue() == null ? null : why.revenue().RBrand(),
        steps.clicks(),
        steps.clickShare(),
        why.score());
  }
}
