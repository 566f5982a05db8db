package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.ScoreFit;
import io.tidewatch.model.behavior.KeywordTrial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts, for each keyword and brand of a past window that ends at t₀, the searchers whom the brand
 * did not hold at t₀ and those of them who ordered from it in the window after. What a keyword is
 * worth is read from the past window only. Not thread-safe.
 */
final class TrialCounter {
  private final KeywordConfig config;
  private final Map<String, Map<String, KeywordTrial>> trials = new HashMap<>();

  TrialCounter(KeywordConfig config) {
    this.config = config;
  }

  void add(KeywordTrial row) {
    trials.computeIfAbsent(row.keyword(), k -> new HashMap<>()).put(row.brandId(), row);
  }

  /** The trials of the cells of {@code past}, in their order. */
  List<ScoreFit.Trials> count(KeywordTable past) {
    var judge = new KeywordJudge(config, past);
    return past.cells().stream().flatMap(cell -> count(past, judge, cell)).toList();
  }

  private Stream<ScoreFit.Trials> count(KeywordTable past, KeywordJudge judge, KeywordCell cell) {
    CategoryFigures figures = past.figures(cell);
    Long searchers = cell.searchers();
    if (figures == null || searchers == null || !judge.sufficient(cell)) {
      return Stream.empty();
    }
    Map<String, KeywordTrial> known = trials.getOrDefault(cell.keyword(), Map.of());
    return figures.ordersByBrand().keySet().stream().flatMap(brand -> {
      KeywordTrial trial = known.get(brand);
      long open = searchers - (trial == null ? 0 : trial.held());
      long buyers = trial == null ? 0 : trial.buyers();
      return open <= 0
          ? Stream.empty()
          : Stream.ofNullable(judge.features(cell, brand, cell.trend().trend()))
              .map(features -> new ScoreFit.Trials(features, open, buyers));
    });
  }
}
