package io.tidewatch.api.eval;

import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.keywords.eval.LostWord;
import io.tidewatch.keywords.eval.MarketTrial;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The keyword table on simulated markets, whose truth is known: who owns a word, what it is to a
 * brand and worth, whether intervals hold, and whom S finds. One market after another is made, taken
 * in and deleted.
 */
public final class MarketEval {
  private final Consumer<String> progress;

  /** {@code progress} hears a line a market. */
  public MarketEval(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Figures, and the words that the table is furthest off on. */
  public record Report(List<MarketRow> rows, List<LostWord> losing) {
    public Report {
      rows = List.copyOf(rows);
      losing = List.copyOf(losing);
    }
  }

  /** Judges all markets of a plan; {@code losing}: lost cases to give a market. */
  public Report evaluate(MarketPlan plan, int losing) {
    Catalogue shop = MarketPlan.shop(SeedCatalogue.shipped());
    var rows = new ArrayList<MarketRow>();
    var lost = new ArrayList<LostWord>();
    for (String regime : plan.regimes()) {
      var means = new FigureMeans();
      var audiences = new ArrayList<MarketAudience>();
      for (long seed : plan.seeds()) {
        long start = System.nanoTime();
        try (var market = SimulatedMarket.make(plan.market(regime, seed), shop)) {
          WordJudging words = WordJudging.of(market);
          means.add(regime + ", keywords", MarketTrial.figures(words.keywords()));
          means.add(regime + ", families", MarketTrial.figures(words.families()));
          means.add(regime + ", families", MarketTrial.values(words.families()));
          lost.addAll(MarketTrial.losing(regime + ", seed " + seed, words.keywords(), losing));
          audiences.add(MarketAudience.of(market));
          progress.accept(String.format(
              Locale.ROOT,
              "%s, seed %d: %,d records, %d keywords, %d of %d orders under no known form, %.0f s",
              regime,
              seed,
              market.service().behaviorRecords(),
              words.keywords().size(),
              words.unknownOrders(),
              words.orders(),
              (System.nanoTime() - start) / 1e9));
        }
      }
      rows.addAll(means.rows());
      rows.addAll(new TargetTrial(audiences).rows(regime + ", audience"));
    }
    return new Report(rows, lost);
  }
}
