package io.tidewatch.keywords;

import io.tidewatch.keywords.Recommendation.Noted;
import io.tidewatch.keywords.answer.SourceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what each source of candidates adds to the others for one query. */
final class SourceReport {
  private static final int EXAMPLES = 5;
  /** Sources that look at what a brand sells, so that they have nothing to say without one. */
  private static final Set<String> OF_A_BRAND =
      Set.of(KeywordSources.ORDER_PATH, KeywordSources.COMPETITOR, KeywordSources.ASPECT);

  private final KeywordScope scope;
  private final Selection selection;

  SourceReport(KeywordScope scope, Selection selection) {
    this.scope = scope;
    this.selection = selection;
  }

  /** One row a chosen source, in their order. */
  List<SourceRow> rows() {
    var words = new HashMap<String, Word>();
    var judge = new KeywordJudge(scope.config(), scope.table());
    var recommendation = new Recommendation(scope, selection);
    scope.table().cells().stream().filter(this::inside).forEach(c -> count(c, judge, words));
    recommendation.elsewhere().forEach(cell -> count(cell, judge, words));
    int top = selection.query().top();
    List<Noted> answer = recommendation.judged(
        scope.ranking(selection.query().lang(), selection.query().margin()), top);
    return selection.sources().stream()
        .map(source -> row(source, words, answer, top))
        .toList();
  }

  private boolean inside(KeywordCell cell) {
    boolean asked = cell.category() == null
        ? selection.everywhere()
        : selection.categories().contains(cell.category());
    return asked && selection.passes(cell);
  }

  private void count(KeywordCell cell, KeywordJudge judge, Map<String, Word> words) {
    Word word = words.computeIfAbsent(cell.keyword(), Word::new);
    selection.of(cell).forEach(source -> word.sources.add(source.source()));
    word.sufficient |= judge.sufficient(cell);
    word.searchers = Math.max(word.searchers, cell.searchers() == null ? 0 : cell.searchers());
  }

  private SourceRow row(String source, Map<String, Word> words, List<Noted> answer, int top) {
    int all = 0;
    int sufficient = 0;
    int onlySufficient = 0;
    var only = new ArrayList<Word>();
    for (Word word : words.values()) {
      if (word.sources.contains(source)) {
        all++;
        sufficient += word.sufficient ? 1 : 0;
        if (word.sources.size() == 1) {
          only.add(word);
          onlySufficient += word.sufficient ? 1 : 0;
        }
      }
    }
    int rows = 0;
    int lost = 0;
    for (Noted noted : answer) {
      var from = new HashSet<String>();
      noted.notes().forEach(note -> from.add(note.source()));
      rows += from.contains(source) ? 1 : 0;
      lost += from.equals(Set.of(source)) ? 1 : 0;
    }
    List<String> examples = only.stream()
        .sorted(
            Comparator.comparingLong((Word w) -> w.searchers).reversed().thenComparing(w -> w.text))
        .limit(EXAMPLES)
        .map(w -> w.text)
        .toList();
    return new SourceRow(
        source,
        all,
        only.size(),
        sufficient,
        onlySufficient,
        rows,
        lost,
        top,
        examples,
        all > 0 ? "" : none(source));
  }

  private String none(String source) {
    return selection.query().brandId() == null && OF_A_BRAND.contains(source)
        ? "it needs a brand"
        : "not enough data";
  }

  private static final class Word {
    private final String text;
    private final Set<String> sources = new HashSet<>();
    private boolean sufficient;
    private long searchers;

    Word(String text) {
      this.text = text;
    }
  }
}
