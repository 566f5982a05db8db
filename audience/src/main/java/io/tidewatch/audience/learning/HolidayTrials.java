package io.tidewatch.audience.learning;

import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.BrandMoments;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Tries selection for a holiday at a past time t₀ before it: the daily model learned from the period
 * before t₀, the holiday model from the run a year ago, and what users bought until the end is the
 * judge. Nothing at or after t₀ is scored by. For one thread.
 */
public final class HolidayTrials {
  private final CatalogueStore catalogues;
  private final Duration period;
  private final BrandMoments earlier;
  private final BrandMoments now;
  private final BrandMoments later;
  private final MoverSamples movers;
  private final HolidaySamples samples;

  /**
   * Over one store.
   *
   * @param period of the daily model, whole days
   */
  public HolidayTrials(AudienceSources sources, Duration period) {
    this.catalogues = sources.catalogues();
    this.period = period;
    // each keeps what it read of its own time, for the next brand
    this.earlier = sources.moments();
    this.now = sources.moments();
    this.later = sources.moments();
    this.movers = new MoverSamples(earlier, now, period);
    this.samples =
        new HolidaySamples(sources.moments(), sources.moments(), sources.moments(), period);
  }

  /**
   * One trial, of who buys.
   *
   * @param last the run a year ago
   * @param time t₀
   * @param end of the coming run
   * @throws NoAudienceException when at t₀ or a period before nobody had bought the brand or engaged
   *     with it, or nothing is known of the time before the last run, or too few bought in it
   * @throws IllegalArgumentException for an unknown brand, or when the times are not in this order
   */
  public SelectionTrial run(String brandId, HolidayRun last, Instant time, Instant end, long seed) {
    if (last.end().isAfter(time) || !time.isBefore(end)) {
      throw new IllegalArgumentException("time: from the end of the last run, " + last.end()
          + ", and before " + end + " is required, got " + time);
    }
    Catalogue catalogue = catalogues.current();
    new Target.OfBrand(brandId).check(catalogue);
    BrandMoment before = earlier.at(brandId, time.minus(period), catalogue);
    BrandMoment then = now.at(brandId, time, catalogue);
    boolean[] moved = MoverSamples.reached(before, now.outcome(then), Goal.BUY, period);
    var systems = new HolidaySystems(
        before, moved, then, movers.near(brandId, time, Goal.BUY, catalogue, seed), seed);
    systems.score(new HolidayModels(samples).learn(brandId, last, catalogue, seed));
    return new SelectionTrial(
        brandId,
        Goal.BUY,
        then.userIds(),
        then.open(),
        MoverSamples.reached(
            then, later.outcome(brandId, end, catalogue), Goal.BUY, Duration.between(time, end)),
        systems.scores(),
        Map.of(),
        systems.notes());
  }
}
