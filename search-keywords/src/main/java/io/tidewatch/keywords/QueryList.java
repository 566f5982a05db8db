package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.QueryRow;
import io.tidewatch.keywords.query.QueryGap;
import io.tidewatch.keywords.query.QueryGaps;
import io.tidewatch.keywords.query.QueryOutcome;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordOutcome;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists what people typed in the window of one table. */
final class QueryList {
  private final KeywordScope scope;
  private final KeywordFacts facts;

  QueryList(KeywordScope scope, KeywordFacts facts) {
    this.scope = scope;
    this.facts = facts;
  }

  /**
   * By visits, then text; of gaps only those queries, by failures, then visits and text.
   *
   * @param kinds gaps that are asked for; empty for every query
   */
  List<QueryRow> rows(Set<QueryGap.Kind> kinds, int top) {
    Found found = scope.table().keep(QueryList.class, this::found);
    Comparator<KeywordOutcome> order = Comparator.comparingLong(
            (KeywordOutcome o) -> failures(found, o, kinds))
        .thenComparingLong(KeywordOutcome::visits)
        .reversed()
        .thenComparing(KeywordOutcome::keyword);
    return found.outcomes().stream()
        .filter(o -> kinds.isEmpty()
            || found.gaps(o.keyword()).stream().anyMatch(gap -> kinds.contains(gap.kind())))
        .sorted(order)
        .limit(top)
        .map(o -> row(o, found.gaps(o.keyword())))
        .toList();
  }

  private static long failures(Found found, KeywordOutcome outcome, Set<QueryGap.Kind> kinds) {
    return found.gaps(outcome.keyword()).stream()
        .filter(gap -> kinds.contains(gap.kind()))
        .mapToLong(QueryGap::failures)
        .max()
        .orElse(0);
  }

  /** Where no click names its search at all, clicks are not logged, and nothing is said of them. */
  private Found found() {
    List<KeywordOutcome> outcomes = facts.keywordOutcomes(scope.table().window());
    boolean clicks = outcomes.stream().anyMatch(o -> o.clicked() > 0);
    FamilyMap families = scope.table().families();
    var gaps = new HashMap<String, List<QueryGap>>();
    for (QueryGap gap : QueryGaps.usual()
        .list(
            outcomes.stream()
                .map(o -> new QueryOutcome(
                    o.keyword(), o.told(), o.shown(), clicks ? o.tracked() : 0, o.clicked()))
                .toList(),
            query -> families.members(families.head(query)))) {
      gaps.merge(gap.query(), List.of(gap), (a, b) -> List.of(a.getFirst(), b.getFirst()));
    }
    return new Found(outcomes, gaps);
  }

  private QueryRow row(KeywordOutcome outcome, List<QueryGap> gaps) {
    String keyword = outcome.keyword();
    WordView view =
        WordView.of(keyword, outcome.visits(), scope.table().families(), scope.families());
    return new QueryRow(
        keyword,
        outcome.visits(),
        outcome.told(),
        outcome.shown(),
        outcome.tracked(),
        outcome.clicked(),
        gaps.stream()
            .map(gap ->
                new QueryRow.Gap(gap.kind().label(), gap.failures(), gap.trials(), gap.share()))
            .toList(),
        gaps.isEmpty() ? null : gaps.getFirst().suggestion(),
        view.type(),
        view.parts(),
        view.head(),
        view.root(),
        view.family(),
        scope.table().window().to());
  }

  private record Found(List<KeywordOutcome> outcomes, Map<String, List<QueryGap>> byKeyword) {
    List<QueryGap> gaps(String keyword) {
      return byKeyword.getOrDefault(keyword, List.of());
    }
  }
}
