package io.tidewatch.api.eval;

import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.CampaignTrial;
import io.tidewatch.audience.learning.CampaignTrials;
import io.tidewatch.audience.learning.SelectionDesk;
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
 * Whether real negatives of a first campaign make a second one better, on simulated markets. Who is
 * treated buys when the person's fixed draw lies below the true chance to buy when treated; the
 * simulator itself is not touched.
 */
public final class CampaignEval {
  private static final String ORACLE = "oracle";

  private final Consumer<String> progress;
  private final boolean joinsPersons;

  /**
   * @param progress hears a line a market, and what systems could not do
   * @param joinsPersons whether the ids of one person are one user
   */
  public CampaignEval(Consumer<String> progress, boolean joinsPersons) {
    this.progress = progress;
    this.joinsPersons = joinsPersons;
  }

  private record Chance(double treated, boolean buys) {}

  /** Judges all markets of a plan. */
  public List<MarketRow> evaluate(MarketPlan plan) {
    Catalogue shop = MarketPlan.shop(SeedCatalogue.shipped());
    var rows = new ArrayList<MarketRow>();
    for (String regime : plan.regimes()) {
      var trials = new ArrayList<CampaignTrial>();
      for (long seed : plan.seeds()) {
        long start = System.nanoTime();
        try (var market = SimulatedMarket.make(plan.market(regime, seed), shop, joinsPersons)) {
          List<CampaignTrial> own = trials(market, seed);
          trials.addAll(own);
          progress.accept(String.format(
              Locale.ROOT,
              "%s, seed %d: %d brands, %d users exposed, %d of them bought, %.0f s",
              regime,
              seed,
              own.size(),
              own.stream().mapToInt(CampaignTrial::exposed).sum(),
              own.stream().mapToInt(CampaignTrial::converted).sum(),
              (System.nanoTime() - start) / 1e9));
        }
      }
      rows.addAll(new CampaignRows(regime, trials).rows());
    }
    return rows;
  }

  private List<CampaignTrial> trials(SimulatedMarket market, long seed) {
    Instant at = market.config().end().minus(SelectionDesk.PERIOD);
    CampaignTrials campaigns = market.service().campaignTrials(SelectionDesk.PERIOD);
    var trials = new ArrayList<CampaignTrial>();
    chances(market).forEach((brand, chances) -> {
      try {
        CampaignTrial trial = campaigns.run(
            brand, at, user -> chances.getOrDefault(user, new Chance(0, false)).buys(), seed);
        trial.notes().forEach(note -> progress.accept(brand + ": " + note));
        trials.add(withOracle(trial, chances));
      } catch (NoAudienceException e) {
        progress.accept(brand + ": " + e.getMessage());
      }
    });
    return trials;
  }

  /** By brand and user. */
  private static Map<String, Map<String, Chance>> chances(SimulatedMarket market) {
    var chances = new TreeMap<String, Map<String, Chance>>();
    KeywordTruth.rows(
        market.truth(SimulatorFiles.CONVERSIONS),
        row -> row.path("brands").properties().forEach(brand -> {
          double treated = brand.getValue().path("treated").asDouble();
          chances
              .computeIfAbsent(brand.getKey(), b -> new HashMap<>())
              .put(
                  row.path("userId").asText(),
                  new Chance(treated, brand.getValue().path("draw").asDouble() < treated));
        }));
    return chances;
  }

  private static CampaignTrial withOracle(CampaignTrial trial, Map<String, Chance> chances) {
    var scores = new LinkedHashMap<>(trial.scores());
    scores.put(
        ORACLE,
        trial.users().stream()
            .mapToDouble(
                user -> chances.getOrDefault(user, new Chance(0, false)).treated())
            .toArray());
    return new CampaignTrial(
        trial.brandId(),
        trial.users(),
        trial.bought(),
        scores,
        trial.exposed(),
        trial.converted(),
        trial.notes());
  }
}
