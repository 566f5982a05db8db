package io.tidewatch.audience.learning;

import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.BrandMoments;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.answer.SystemRow;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Tries selection at a past time t₀: models learn from the period before it, score the universe of
 * t₀, and what users did in the period after it is the judge. Nothing at or after t₀ is scored by.
 * For one thread.
 */
public final class SelectionTrials {
  private final CatalogueStore catalogues;
  private final Duration period;
  private final BrandMoments earlier;
  private final BrandMoments now;
  private final BrandMoments later;
  private final MoverSamples samples;

  /**
   * Over one store.
   *
   * @param period how long users have to reach a goal, whole days
   */
  public SelectionTrials(AudienceSources sources, Duration period) {
    this.catalogues = sources.catalogues();
    this.period = period;
    // each keeps what it read of its own time, for the next brand
    this.earlier = sources.moments();
    this.now = sources.moments();
    this.later = sources.moments();
    this.samples = new MoverSamples(earlier, now, period);
  }

  /**
   * One trial a goal.
   *
   * @param time t₀
   * @throws NoAudienceException when at t₀ or a period before nobody had bought the brand or engaged
   *     with it
   * @throws IllegalArgumentException for an unknown brand
   */
  public List<SelectionTrial> run(String brandId, Instant time, long seed) {
    var past = new Past(brandId, time, true);
    return Arrays.stream(Goal.values()).map(goal -> past.trial(goal, seed)).toList();
  }

  /**
   * How well each system would have served a brand a period before {@code end}, judged by what users
   * did until then; best PredictTA first. Empty when the universe was.
   *
   * @param share of the universe that is taken, above 0 and at most 1
   * @throws NoAudienceException as {@link #run}
   * @throws IllegalArgumentException for an unknown brand or a share out of range
   */
  public List<SystemRow> evaluate(String brandId, Goal goal, Instant end, double share) {
    Instant time = end.minus(period);
    SelectionTrial trial = new Past(brandId, time, false).trial(goal, SelectionDesk.SEED);
    return trial.users().isEmpty() ? List.of() : new SystemRows(trial, share, time, end).rows();
  }

  /** A brand at t₀ and a period before and after it. */
  private final class Past {
    private final String brandId;
    private final Instant time;
    private final Catalogue catalogue = catalogues.current();
    private final BrandMoment before;
    private final BrandMoment then;
    private final BrandMoments.Outcome learned;
    private final BrandMoments.Outcome judged;
    private final Map<Goal, List<DirectionModels.Moved>> moved;

    /** {@code directions}: also with models of directions, for which nine brands are held at once. */
    Past(String brandId, Instant time, boolean directions) {
      new Target.OfBrand(brandId).check(catalogue);
      this.brandId = brandId;
      this.time = time;
      this.before = earlier.at(brandId, time.minus(period), catalogue);
      this.then = now.at(brandId, time, catalogue);
      this.learned = now.outcome(then);
      this.judged = later.outcome(brandId, time.plus(period), catalogue);
      this.moved = directions ? samples.moved(brandId, time, catalogue) : Map.of();
    }

    SelectionTrial trial(Goal goal, long seed) {
      var systems = new SelectionSystems(
          before,
          MoverSamples.reached(before, learned, goal, period),
          then,
          new SelectionSystems.Samples(
              samples.near(brandId, time, goal, catalogue, seed),
              samples.alone(brandId, time, goal, catalogue, seed),
              moved.getOrDefault(goal, List.of())),
          seed);
      return new SelectionTrial(
          brandId,
          goal,
          then.userIds(),
          then.open(),
          MoverSamples.reached(then, judged, goal, period),
          systems.scores(),
          systems.probabilities(),
          systems.notes());
    }
  }
}
