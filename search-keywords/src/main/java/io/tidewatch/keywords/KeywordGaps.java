package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordRanking.Judged;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words where rivals sell and the brand sells less than in its category. */
final class KeywordGaps {
  private static final int RIVALS = 5;

  private final KeywordScope scope;
  private final KeywordRanking ranking;

  KeywordGaps(KeywordScope scope, KeywordRanking ranking) {
    this.scope = scope;
    this.ranking = ranking;
  }

  /**
   * By missed revenue, largest first; only words with enough data whose advantage is below 0 for
   * sure, or that a rival owns. {@code rivals} narrows them to words where one of these sells more
   * than the brand; empty for any.
   */
  List<KeywordRow> rows(KeywordQuery query, Set<String> rivals) {
    String brand = query.requiredBrand();
    return found(brand, scope.categories(brand, query.categoryId()), query.categoryId() == null)
        .stream()
        .filter(one ->
            rivals.isEmpty() || one.ahead().stream().anyMatch(r -> rivals.contains(r.brandId())))
        .limit(query.top())
        .map(one -> ranking
            .row(one.cell(), ranking.judged(one.cell(), brand).why(), List.of(), List.of())
            .with(one.gap()))
        .toList();
  }

  private List<Found> found(String brand, Set<String> categories, boolean homeless) {
    return scope
        .table()
        .keep(
            new Key(brand, Set.copyOf(categories), homeless),
            () -> ranking.ranked(brand, categories, homeless).sufficient().stream()
                .flatMap(cell -> gap(ranking.judged(cell, brand), brand).stream())
                .sorted(Comparator.comparingDouble((Found f) -> -f.gap().missedRevenue())
                    .thenComparing(Found::cell, KeywordCell.BY_NAME))
                .toList());
  }

  private static Optional<Found> gap(Judged one, String brand) {
    KeywordExplanation why = one.why();
    var edge = why.advantage();
    var revenue = why.revenue();
    if (edge == null || edge.A() == null || revenue == null) {
      return Optional.empty();
    }
    boolean behind = edge.A().hi() < 0 || why.label() == KeywordLabel.RIVAL_OWNED;
    double missed = revenue.R() * (edge.q() - edge.s());
    KeywordCell cell = one.cell();
    long own = cell.ordersByBrand().getOrDefault(brand, 0L);
    List<KeywordRow.Owner> ahead = sellers(cell)
        .filter(e -> !e.getKey().equals(brand) && e.getValue() > own)
        .map(e -> new KeywordRow.Owner(
            e.getKey(), (double) e.getValue() / Math.max(1, edge.keywordOrders())))
        .toList();
    return behind && missed > 0 && !ahead.isEmpty()
        ? Optional.of(new Found(
            cell,
            ahead,
            new KeywordRow.Gap(
                edge.s(), edge.q(), missed, ahead.stream().limit(RIVALS).toList())))
        : Optional.empty();
  }

  private static Stream<Map.Entry<String, Long>> sellers(KeywordCell cell) {
    return cell.ordersByBrand().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
  }

  private record Key(String brand, Set<String> categories, boolean homeless) {}

  /** A word with a gap and every brand that sells more there. */
  private record Found(KeywordCell cell, List<KeywordRow.Owner> ahead, KeywordRow.Gap gap) {}
}
