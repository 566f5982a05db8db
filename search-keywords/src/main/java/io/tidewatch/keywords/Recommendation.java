package io.tidewatch.keywords;

import io.tidewatch.keywords.KeywordRanking.Judged;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.KeywordRow.Source;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.formula.KeywordTrend;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Puts together the words for a query, each with where it comes from. */
final class Recommendation {
  /** Sources that say something of words that are there anyway. */
  private static final Set<String> NAMES =
      Set.of(KeywordSources.CATALOGUE, KeywordSources.COMPETITOR);

  private final KeywordScope scope;
  private final Selection selection;

  Recommendation(KeywordScope scope, Selection selection) {
    this.scope = scope;
    this.selection = selection;
  }

  List<KeywordRow> rows() {
    KeywordQuery query = selection.query();
    KeywordRanking ranking = scope.ranking(query.lang(), query.margin());
    return judged(ranking, query.top()).stream()
        .map(
            one -> ranking.row(one.judged().cell(), one.judged().why(), one.reasons(), one.notes()))
        .toList();
  }

  /** The judged words, best first, at most {@code top}. */
  List<Noted> judged(KeywordRanking ranking, int top) {
    KeywordQuery query = selection.query();
    List<Judged> best = ranking.best(
        ranking.ranked(query.brandId(), selection.categories(), selection.everywhere()),
        selection::passes,
        query.brandId(),
        top);
    List<KeywordCell> more = elsewhere();
    if (!more.isEmpty()) {
      best = KeywordRanking.merged(
          best,
          ranking.best(ranking.ranked(more, query.brandId()), cell -> true, query.brandId(), top),
          top);
    }
    return best.stream().map(one -> noted(one, ranking.origins())).toList();
  }

  private Noted noted(Judged one, OriginReasons reasons) {
    KeywordCell cell = one.cell();
    var more = new ArrayList<Reason>();
    Seed seed = selection.seed();
    if (seed != null) {
      seed.reason(cell, reasons).ifPresent(more::add);
    }
    selection.notes().getOrDefault(cell.keyword(), List.of()).stream()
        .map(reasons::source)
        .forEach(more::add);
    return new Noted(one, more, selection.of(cell));
  }

  /** Noted words outside of the categories, also those that nobody searched. */
  List<KeywordCell> elsewhere() {
    var cells = new ArrayList<KeywordCell>();
    KeywordTable table = scope.table();
    Set<String> categories = selection.categories();
    if (selection.everywhere()
        && (selection.seed() != null || !selection.query().sources().isEmpty())) {
      selection.notes().forEach((word, sources) -> {
        if (sources.stream().allMatch(s -> NAMES.contains(s.source()))) {
          return;
        }
        List<KeywordCell> known = table.of(word);
        known.stream()
            .filter(c -> c.category() != null && !categories.contains(c.category()))
            .forEach(cells::add);
        if (known.isEmpty()) {
          List<KeywordCell> titled = TitleCells.of(word, table, scope.catalogue(), scope.config());
          cells.addAll(titled.isEmpty() ? List.of(unsearched(word)) : titled);
        }
      });
    }
    String word = selection.word();
    if (!word.isEmpty() && table.of(word).isEmpty()) {
      TitleCells.of(word, table, scope.catalogue(), scope.config()).stream()
          .filter(cell -> categories.contains(cell.category()))
          .forEach(cells::add);
    }
    return cells;
  }

  private KeywordCell unsearched(String word) {
    return new KeywordCell(
        word,
        null,
        Basis.BEHAVIOUR,
        0L,
        1,
        Collections.emptySortedMap(),
        0L,
        0L,
        BigDecimal.ZERO,
        0.0,
        0,
        0,
        true,
        Collections.emptySortedMap(),
        new KeywordTrend(scope.config().trendPrior()).explain(0, 0, false),
        Meetings.NONE,
        null,
        Collections.emptySortedMap());
  }

  /** A judged word with where it comes from. */
  record Noted(Judged judged, List<Reason> reasons, List<Source> notes) {}
}
