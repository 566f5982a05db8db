package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.query.TypedQuery;
import io.tidewatch.model.behavior.KeywordText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The root words of what is asked about, each the sum of its words. */
final class RootWords {
  private static final Comparator<KeywordRow> BEST = Comparator.comparing(
          KeywordRow::label, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(row -> row.counts().gmv(), Comparator.nullsLast(Comparator.reverseOrder()))
      .thenComparing(KeywordRow::keyword)
      .thenComparing(KeywordRow::category, Comparator.nullsLast(Comparator.naturalOrder()));

  private final KeywordScope scope;
  private final KeywordRanking ranking;

  RootWords(KeywordScope scope, KeywordRanking ranking) {
    this.scope = scope;
    this.ranking = ranking;
  }

  /** By label, then revenue; of a seed only its own root word. */
  List<KeywordRow> rows(KeywordQuery query) {
    Set<String> categories = scope.categories(query.brandId(), query.categoryId());
    String root = query.seed() == null ? null : rootOf(KeywordText.normalise(query.seed()));
    var judge = new KeywordJudge(scope.config(), scope.table());
    List<RootCell> sums = RootCells.of(scope.table()).all().stream()
        .filter(sum -> {
          String category = sum.cell().category();
          return category == null ? query.categoryId() == null : categories.contains(category);
        })
        .filter(sum -> root == null || sum.cell().keyword().equals(root))
        .toList();
    // Most are rare: the order among those needs no verdict.
    Stream<RootCell> rare = sums.stream()
        .filter(sum -> !judge.sufficient(sum.cell()))
        .sorted(Comparator.comparing(
                (RootCell sum) -> sum.cell().gmv(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RootCell::cell, KeywordCell.BY_NAME))
        .limit(query.top());
    return Stream.concat(sums.stream().filter(sum -> judge.sufficient(sum.cell())), rare)
        .map(sum -> ranking.rootRow(sum, query.brandId()))
        .sorted(BEST)
        .limit(query.top())
        .toList();
  }

  private String rootOf(String word) {
    FamilyMap families = scope.table().families();
    if (scope.table().of(word).isEmpty()) {
      TypedQuery typed = scope.families().type(word);
      return typed == null ? word : typed.root();
    }
    return families.root(families.head(word));
  }
}
