package io.tidewatch.audience;

import io.tidewatch.audience.SelectionTrial.Goal;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  public SelectionTrials(
      BehaviorStore store,
      AudienceFacts facts,
      CatalogueStore catalogues,
      AudienceConfig config,
      BrandKeywords keywords,
      WordFamilies families,
      Duration period) {
    this.catalogues = catalogues;
    this.period = period;
    // each keeps what it read of its own time, for the next brand
    this.earlier = moments(store, facts, config, keywords, families);
    this.now = moments(store, facts, config, keywords, families);
    this.later = moments(store, facts, config, keywords, families);
    this.samples = new MoverSamples(earlier, now, period);
  }

  private static BrandMoments moments(
      BehaviorStore store,
      AudienceFacts facts,
      AudienceConfig config,
      BrandKeywords keywords,
      WordFamilies families) {
    return new BrandMoments(facts, config, keywords, families, new Snapshots(store, facts, config));
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
    Catalogue catalogue = catalogues.current();
    Targets.check(brandId, catalogue);
    BrandMoment before = earlier.at(brandId, time.minus(period), catalogue);
    BrandMoment then = now.at(brandId, time, catalogue);
    BrandMoments.Outcome learned = now.outcome(then);
    BrandMoments.Outcome judged = later.outcome(brandId, time.plus(period), catalogue);
    int[] universe = then.universe().toArray();
    boolean[] open = new boolean[universe.length];
    var ids = new ArrayList<String>(universe.length);
    for (int i = 0; i < universe.length; i++) {
      open[i] = then.states().state(universe[i]) == AiplState.O;
      ids.add(then.facts().userId(universe[i]));
    }
    Map<Goal, List<DirectionModels.Moved>> moved = samples.moved(brandId, time, catalogue);
    var trials = new ArrayList<SelectionTrial>();
    for (Goal goal : Goal.values()) {
      var systems = new SelectionSystems(
          before,
          MoverSamples.reached(before, learned, goal, period),
          then,
          new SelectionSystems.Samples(
              samples.near(brandId, time, goal, catalogue, seed),
              samples.alone(brandId, time, goal, catalogue, seed),
              moved.getOrDefault(goal, List.of())),
          seed);
      trials.add(new SelectionTrial(
          brandId,
          goal,
          ids,
          open,
          MoverSamples.reached(then, judged, goal, period),
          systems.scores(),
          systems.notes()));
    }
    return trials;
  }
}
