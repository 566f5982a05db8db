package io.tidewatch.api.eval;

import io.tidewatch.api.fusion.HolidayWindows;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.learning.HolidayTrials;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.corpora.simulator.SimulatorConfig;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Selection for a holiday on simulated markets that end with its second run: every system ranks the
 * universe of each focal brand when the run begins, and who buys until its end is the judge. One
 * market after another is made, taken in and deleted.
 */
public final class HolidayEval {
  /** Least length of a market: a daily model can be learned before the first run as well. */
  public static final int SHORTEST = 452;

  /** Eight weeks of it lie before the first run and the period that its daily model learns from. */
  public static final int USUAL = 480;

  private static final String HOLIDAY = "double-11";

  /** Any moment after the day whose run ends the markets, within the same year. */
  private static final Instant AFTER = Instant.parse("2025-11-20T00:00:00Z");

  private final Consumer<String> progress;
  private final boolean joinsPersons;
  private final HolidayWindows windows =
      new HolidayWindows(CommerceCalendar.shipped(), SimulatorConfig.ZONE);

  /**
   * @param progress hears a line a market, and what systems could not do
   * @param joinsPersons whether the ids of one person are one user
   */
  public HolidayEval(Consumer<String> progress, boolean joinsPersons) {
    this.progress = progress;
    this.joinsPersons = joinsPersons;
  }

  /**
   * Judges all markets of a plan.
   *
   * @throws IllegalArgumentException when they are shorter than {@value #SHORTEST} days
   */
  public List<MarketRow> evaluate(MarketPlan plan) {
    if (plan.days() < SHORTEST) {
      throw new IllegalArgumentException(
          "days: at least " + SHORTEST + " are required for a holiday, got " + plan.days());
    }
    Catalogue shop = MarketPlan.shop(SeedCatalogue.shipped());
    HolidayRun run = windows.lastRun(HOLIDAY, AFTER);
    var rows = new ArrayList<MarketRow>();
    for (String regime : plan.regimes()) {
      var trials = new ArrayList<SelectionTrial>();
      for (long seed : plan.seeds()) {
        long start = System.nanoTime();
        SimulatorConfig config =
            plan.market(regime, seed, run.end(), (int) run.length().toDays());
        try (var market = SimulatedMarket.make(config, shop, joinsPersons)) {
          List<SelectionTrial> own = trials(market, run, seed);
          trials.addAll(own);
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
      rows.addAll(new HolidayRows(regime, trials).rows());
    }
    return rows;
  }

  private List<SelectionTrial> trials(SimulatedMarket market, HolidayRun run, long seed) {
    HolidayRun last = windows.lastRun(HOLIDAY, run.start());
    HolidayTrials selection = market.service().holidayTrials(SelectionDesk.PERIOD);
    var trials = new ArrayList<SelectionTrial>();
    AudienceEval.chances(market).forEach((brand, own) -> {
      try {
        SelectionTrial trial = selection.run(brand, last, run.start(), run.end(), seed);
        trials.add(AudienceEval.withOracle(trial, own));
      } catch (NoAudienceException e) {
        progress.accept(brand + ": " + e.getMessage());
      }
    });
    trials.forEach(t -> t.notes().forEach(note -> progress.accept(t.brandId() + ": " + note)));
    return trials;
  }
}
