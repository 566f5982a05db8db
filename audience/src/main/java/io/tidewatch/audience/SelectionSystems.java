package io.tidewatch.audience;

import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.LogisticLearner;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.SampleBuilder;
import io.tidewatch.audience.selection.SamplePlan;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.baseline.Baselines;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Everything that ranks the universe of a brand, side by side: our models, learned from who reached
 * the goal in the period before; the published way, learned from the brand's buyers; the directions
 * without a model; and plain baselines. What cannot learn for want of cases gives all users the same
 * score and says so. For one thread.
 */
final class SelectionSystems {
  /** Users who did not reach the goal for each who did, and how many at least. */
  private static final int OTHERS = 20;

  private static final int LEAST_OTHERS = 20_000;

  private static final String DIRECTION = "direction ";

  private final BrandMoment before;
  private final boolean[] entered;
  private final BrandMoment now;
  private final long seed;
  private final Map<String, double[]> scores = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /** {@code entered}: who of the universe of {@code before} reached the goal until now. */
  SelectionSystems(BrandMoment before, boolean[] entered, BrandMoment now, long seed) {
    this.before = before;
    this.entered = entered;
    this.now = now;
    this.seed = seed;
  }

  /** By system, one a user of the universe of now. */
  Map<String, double[]> scores() {
    movers();
    buyers();
    directions();
    scores.put("rule", rule());
    scores.put(
        "random",
        Baselines.random()
            .fit(sample(before.table()), FitSettings.DEFAULT, seed)
            .scores(now.table()));
    return scores;
  }

  List<String> notes() {
    return notes;
  }

  private void movers() {
    TreeLearner boosted = TreeLearner.boosted(TreeSettings.BOOSTED);
    learn("tidewatch, boosted", new LearnedRanker(boosted), before.table(), now.table());
    learn(
        "tidewatch, forest",
        new LearnedRanker(TreeLearner.forest(TreeSettings.FOREST)),
        before.table(),
        now.table());
    learn(
        "tidewatch, logistic",
        new LearnedRanker(new LogisticLearner(1)),
        before.table(),
        now.table());
    List<String> plain = before.table().features().stream()
        .map(f -> f.name())
        .filter(name -> !name.startsWith(DIRECTION))
        .toList();
    learn(
        "boosted without directions",
        new LearnedRanker(boosted),
        before.table().only(plain),
        now.table().only(plain));
    learn(
        "RFM + gradient boosting",
        Baselines.rfm(LatelyDone.RFM, boosted),
        before.table(),
        now.table());
  }

  private void learn(String name, Ranker ranker, UserTable from, UserTable to) {
    put(name, () -> ranker.fit(sample(from), FitSettings.DEFAULT, seed).scores(to));
  }

  private void put(String name, Supplier<double[]> made) {
    try {
      scores.put(name, made.get());
    } catch (IllegalArgumentException e) {
      notes.add(name + ": " + e.getMessage());
      scores.put(name, new double[now.universe().size()]);
    }
  }

  private Sample sample(UserTable table) {
    int positives = 0;
    for (boolean each : entered) {
      positives += each ? 1 : 0;
    }
    int others = entered.length - positives;
    double rate =
        others == 0 ? 1 : Math.min(1, (double) Math.max(LEAST_OTHERS, OTHERS * positives) / others);
    var random = new SplittableRandom(seed);
    var rows = new ArrayList<Integer>();
    for (int row = 0; row < entered.length; row++) {
      if (entered[row] || random.nextDouble() < rate) {
        rows.add(row);
      }
    }
    int[] users = rows.stream().mapToInt(Integer::intValue).toArray();
    boolean[] labels = new boolean[users.length];
    float[] weights = new float[users.length];
    for (int i = 0; i < users.length; i++) {
      labels[i] = entered[users[i]];
      weights[i] = 1;
    }
    return Sample.of(table, users, labels, weights, rate);
  }

  /** From those who are in the target now, without what they did with the brand itself. */
  private void buyers() {
    var columns = new UserColumns(now.brief());
    UserTable table = columns.ofOthers(now.brief().matrix().base());
    UserTable universe = columns.ofOthers(now.universe());
    List<Ranker> rankers = List.of(
        new LearnedRanker("buyers, boosted", TreeLearner.boosted(TreeSettings.BOOSTED)),
        Baselines.lookalike(),
        Baselines.tagDiffusion(),
        Baselines.tagFiltering(),
        Baselines.clusterDiffusion());
    for (Ranker ranker : rankers) {
      put(ranker.name(), () -> {
        Sample sample = buyersSample(now, table, seed);
        return ranker.fit(sample, FitSettings.DEFAULT, seed).scores(universe);
      });
    }
  }

  /** The brand's buyers and random users of other brands, rows of the base. */
  static Sample buyersSample(BrandMoment now, UserTable table, long seed) {
    int[] base = now.brief().matrix().base().toArray();
    Map<String, BitSet> buyers = usersByBrand(now.facts(), base);
    String brand = now.brand().scope().brandId();
    BitSet own = new BitSet();
    for (int row = 0; row < base.length; row++) {
      own.set(row, now.brief().target().contains(base[row]));
    }
    buyers.put(brand, own);
    return new SampleBuilder(table, buyers, SamplePlan.DEFAULT)
        .draw(brand, List.of(), seed)
        .sample();
  }

  /** Who did something with a brand, rows of the base. */
  private static Map<String, BitSet> usersByBrand(UserFacts facts, int[] base) {
    var users = new LinkedHashMap<String, BitSet>();
    for (int row = 0; row < base.length; row++) {
      for (int fact = facts.first(base[row]); fact < facts.end(base[row]); fact++) {
        Action action = facts.action(fact);
        if (facts.brand(fact) != Names.NONE
            && action != Action.IMPRESSION
            && action != Action.AD_EXPOSURE) {
          users
              .computeIfAbsent(facts.brands().name(facts.brand(fact)), b -> new BitSet())
              .set(row);
        }
      }
    }
    return users;
  }

  private void directions() {
    int[] universe = now.universe().toArray();
    double[] all = new double[universe.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = now.aggregation().score(universe[i]);
    }
    scores.put("six directions", all);
    for (Reach reach : now.aggregation().reaches()) {
      double[] own = new double[universe.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = reach.score(universe[i]);
      }
      scores.put(DIRECTION + reach.direction(), own);
    }
  }

  /** The marketer's: who sought the category in 30 days, the latest first. */
  private double[] rule() {
    var lately = LatelyDone.of(now.brief());
    int place = lately.names(true).indexOf(LatelyDone.SOUGHT);
    int[] universe = now.universe().toArray();
    double[] rule = new double[universe.length];
    for (int i = 0; i < rule.length; i++) {
      double days = lately.numbers(universe[i], true)[place];
      rule[i] = days <= 30 ? 30 - days : -1;
    }
    return rule;
  }
}
