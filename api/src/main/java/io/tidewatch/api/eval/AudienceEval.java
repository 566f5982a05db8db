package io.tidewatch.api.eval;

import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.learning.SelectionTrials;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Selection on simulated markets: every system ranks the universe of each focal brand four weeks
 * before the market's end, and what people then did is the judge. One market after another is made,
 * taken in and deleted.
 */
public final class AudienceEval {
  private static final String ORACLE = "oracle";

  private final Consumer<String> progress;
  private final boolean joinsPersons;

  /**
   * @param progress hears a line a market, and what systems could not do
   * @param joinsPersons whether the ids of one person are one user
   */
  public AudienceEval(Consumer<String> progress, boolean joinsPersons) {
    this.progress = progress;
    this.joinsPersons = joinsPersons;
  }

  /** Judges all markets of a plan. */
  public List<MarketRow> evaluate(MarketPlan plan) {
    Catalogue shop = MarketPlan.shop(SeedCatalogue.shipped());
    var rows = new ArrayList<MarketRow>();
    for (String regime : plan.regimes()) {
      var trials = new ArrayList<List<SelectionTrial>>();
      for (long seed : plan.seeds()) {
        long start = System.nanoTime();
        try (var market = SimulatedMarket.make(plan.market(regime, seed), shop, joinsPersons)) {
          List<SelectionTrial> own = trials(market, seed);
          trials.add(own);
          progress.accept(String.format(
              Locale.ROOT,
              "%s, seed %d: %,d records, %d trials, %.0f s",
              regime,
              seed,
              market.service().behaviorRecords(),
              own.size(),
              (System.nanoTime() - start) / 1e9));
        }
      }
      rows.addAll(new DeepeningRows(regime, trials).rows());
      rows.addAll(new PurchaseRows(regime, trials).rows());
    }
    return rows;
  }

  private List<SelectionTrial> trials(SimulatedMarket market, long seed) {
    Instant at = market.config().end().minus(SelectionDesk.PERIOD);
    Map<String, Map<String, Double>> chances = chances(market);
    SelectionTrials selection = market.service().selectionTrials(SelectionDesk.PERIOD);
    var trials = new ArrayList<SelectionTrial>();
    chances.forEach((brand, own) -> {
      try {
        for (SelectionTrial trial : selection.run(brand, at, seed)) {
          trials.add(trial.goal() == Goal.BUY ? withOracle(trial, own) : trial);
        }
      } catch (NoAudienceException e) {
        progress.accept(brand + ": " + e.getMessage());
      }
    });
    trials.forEach(t -> t.notes()
        .forEach(note -> progress.accept(t.brandId() + ", " + t.goal().label() + ": " + note)));
    return trials;
  }

  /** True chances to buy, by brand and user. */
  static Map<String, Map<String, Double>> chances(SimulatedMarket market) {
    var chances = new TreeMap<String, Map<String, Double>>();
    KeywordTruth.rows(
        market.truth(SimulatorFiles.CONVERSIONS),
        row -> row.path("brands")
            .properties()
            .forEach(brand -> chances
                .computeIfAbsent(brand.getKey(), b -> new HashMap<>())
                .put(
                    row.path("userId").asText(),
                    brand.getValue().path("untreated").asDouble())));
    return chances;
  }

  static SelectionTrial withOracle(SelectionTrial trial, Map<String, Double> chances) {
    double[] oracle = new double[trial.users().size()];
    for (int i = 0; i < oracle.length; i++) {
      oracle[i] = chances.getOrDefault(trial.users().get(i), 0.0);
    }
    var scores = new LinkedHashMap<>(trial.scores());
    scores.put(ORACLE, oracle);
    return new SelectionTrial(
        trial.brandId(),
        trial.goal(),
        trial.users(),
        trial.open(),
        trial.entered(),
        scores,
        trial.probabilities(),
        trial.notes());
  }
}
