package io.tidewatch.audience.learning;

import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.BrandMoments;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.CampaignTrial;
import io.tidewatch.audience.campaign.ExposedUsers;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.baseline.Baselines;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Two campaigns one after the other at a past time t₀. Chance halves a brand's universe. The first
 * campaign takes the best tenth of one half by a model that learned from the period before t₀; who is
 * treated buys as {@code buys} says. The second chooses from the other half, by models that know what
 * the first one taught and by one that does not. Both halves live in the same four weeks, so what is
 * carried over is about users, not about the season. For one thread.
 */
public final class CampaignTrials {
  private static final double TAKEN = 0.1;
  private static final double HELD_OUT = 0.1;

  private final CatalogueStore catalogues;
  private final Duration period;
  private final BrandMoments earlier;
  private final BrandMoments now;

  /** Over one store; {@code period}: how long users have to buy, whole days. */
  public CampaignTrials(AudienceSources sources, Duration period) {
    this.catalogues = sources.catalogues();
    this.period = period;
    this.earlier = sources.moments();
    this.now = sources.moments();
  }

  /**
   * Runs both.
   *
   * @param time t₀
   * @param buys whether a user, by id, buys when treated
   * @throws NoAudienceException when at t₀ or a period before nobody had bought the brand or engaged
   *     with it
   */
  public CampaignTrial run(String brandId, Instant time, Predicate<String> buys, long seed) {
    Catalogue catalogue = catalogues.current();
    BrandMoment before = earlier.at(brandId, time.minus(period), catalogue);
    BrandMoment then = now.at(brandId, time, catalogue);
    BrandMoments.Outcome outcome = now.outcome(then);
    int[] learned = before.universe().toArray();
    boolean[] bought = new boolean[learned.length];
    for (int i = 0; i < learned.length; i++) {
      bought[i] = outcome.bought(outcome.facts().user(before.facts().userId(learned[i])), period);
    }
    return new Run(UserColumns.of(before), bought, then, buys, seed).trial(brandId);
  }

  private static final class Run {
    private final UserTable universe;
    private final UserTable table;
    private final Sample daily;
    private final BrandMoment then;
    private final Predicate<String> buys;
    private final long seed;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, double[]> scores = new LinkedHashMap<>();

    Run(UserTable before, boolean[] bought, BrandMoment then, Predicate<String> buys, long seed) {
      // users of both times stand in one table, so that a sample may hold some of each
      this.universe = UserColumns.of(then);
      this.table = before.followedBy(universe);
      int[] rows = new int[bought.length];
      float[] weights = new float[bought.length];
      Arrays.setAll(rows, i -> i);
      Arrays.fill(weights, 1);
      this.daily = Sample.of(table, rows, bought, weights, 1);
      this.then = then;
      this.buys = buys;
      this.seed = seed;
    }

    CampaignTrial trial(String brandId) {
      var random = new SplittableRandom(seed);
      int[] universe = then.universe().toArray();
      var first = new ArrayList<Integer>();
      var second = new ArrayList<Integer>();
      for (int row = 0; row < universe.length; row++) {
        (random.nextBoolean() ? first : second).add(row);
      }
      put(CampaignTrial.WITHOUT, () -> daily, this.universe);
      ExposedUsers exposed = campaign(CampaignTrial.WITHOUT, first, random, universe);
      Map<String, Integer> rows = rows(universe);
      int offset = table.size() - universe.length;
      ToIntFunction<String> row = id -> {
        Integer known = rows.get(id);
        return known == null ? -1 : offset + known;
      };
      ExposedUsers buyers = buyers(exposed);
      put(CampaignTrial.POSITIVES, () -> buyers.joinedTo(daily, row, 1), this.universe);
      put(CampaignTrial.NEGATIVES, () -> exposed.joinedTo(daily, row, 1), this.universe);
      put(CampaignTrial.ALONE, () -> exposed.sample(table, row), this.universe);
      buyers(first, random, universe);
      scores.put(
          "random", Baselines.random().fit(daily, FitSettings.DEFAULT, seed).scores(this.universe));
      var ids = new ArrayList<String>();
      boolean[] treated = new boolean[second.size()];
      for (int i = 0; i < treated.length; i++) {
        ids.add(then.facts().userId(universe[second.get(i)]));
        treated[i] = buys.test(ids.get(i));
      }
      var own = new LinkedHashMap<String, double[]>();
      scores.forEach((system, all) ->
          own.put(system, second.stream().mapToDouble(place -> all[place]).toArray()));
      return new CampaignTrial(
          brandId,
          ids,
          treated,
          own,
          exposed.userIds().size(),
          exposed.userIds().size() - exposed.negatives(),
          notes);
    }

    /** The published way and its own first campaign, in the same half. */
    private void buyers(List<Integer> first, SplittableRandom random, int[] universe) {
      var columns = new UserColumns(then.brief());
      UserTable base = columns.ofOthers(then.brief().matrix().base());
      UserTable scored = columns.ofOthers(then.universe());
      put(CampaignTrial.BUYERS, () -> BuyerRankings.sample(then, base, seed), scored);
      ExposedUsers exposed = campaign(CampaignTrial.BUYERS, first, random, universe);
      Map<String, Integer> rows = rows(then.brief().matrix().base().toArray());
      put(
          CampaignTrial.BUYERS_NEGATIVES,
          () -> exposed.joinedTo(
              BuyerRankings.sample(then, base, seed), id -> rows.getOrDefault(id, -1), 1),
          scored);
    }

    private ExposedUsers campaign(
        String system, List<Integer> first, SplittableRandom random, int[] universe) {
      double[] by = scores.getOrDefault(system, new double[0]);
      List<Integer> best = first.stream()
          .sorted((a, b) -> Double.compare(by[b], by[a]))
          .limit((long) Math.ceil(TAKEN * first.size()))
          .toList();
      var ids = new ArrayList<String>();
      for (int row : best) {
        if (random.nextDouble() >= HELD_OUT) {
          ids.add(then.facts().userId(universe[row]));
        }
      }
      boolean[] converted = new boolean[ids.size()];
      for (int i = 0; i < converted.length; i++) {
        converted[i] = buys.test(ids.get(i));
      }
      return new ExposedUsers(ids, converted);
    }

    private static ExposedUsers buyers(ExposedUsers exposed) {
      var ids = new ArrayList<String>();
      for (int i = 0; i < exposed.converted().length; i++) {
        if (exposed.converted()[i]) {
          ids.add(exposed.userIds().get(i));
        }
      }
      boolean[] all = new boolean[ids.size()];
      Arrays.fill(all, true);
      return new ExposedUsers(ids, all);
    }

    private Map<String, Integer> rows(int[] universe) {
      var rows = new HashMap<String, Integer>();
      for (int row = 0; row < universe.length; row++) {
        rows.put(then.facts().userId(universe[row]), row);
      }
      return rows;
    }

    /** What cannot learn for want of cases gives all users the same score and says so. */
    private void put(String system, Supplier<Sample> sample, UserTable scored) {
      try {
        scores.put(
            system,
            new LearnedRanker(TreeLearner.boosted(TreeSettings.BOOSTED))
                .fit(sample.get(), FitSettings.DEFAULT, seed)
                .scores(scored));
      } catch (IllegalArgumentException e) {
        notes.add(system + ": " + e.getMessage());
        scores.put(system, new double[scored.size()]);
      }
    }
  }
}
