package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.direction.Direction;
import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.Learner;
import io.tidewatch.audience.selection.PriorShift;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.baseline.Baselines;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.ArrayList;
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

  private final BrandMoment before;
  private final boolean[] entered;
  private final BrandMoment now;
  private final Samples samples;
  private final long seed;
  private final Map<String, double[]> scores = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Who moved in the period before, in numbers that mean the same for every brand.
   *
   * @param near of the brand and those near it
   * @param alone of the brand
   * @param moved the same people as they were at the beginning; none leaves out models of directions
   */
  record Samples(Sample near, Sample alone, List<DirectionModels.Moved> moved) {
    Samples {
      moved = List.copyOf(moved);
    }
  }

  /** {@code entered}: who of the universe of {@code before} reached the goal until now. */
  SelectionSystems(
      BrandMoment before, boolean[] entered, BrandMoment now, Samples samples, long seed) {
    this.before = before;
    this.entered = entered;
    this.now = now;
    this.samples = samples;
    this.seed = seed;
  }

  /** By system, one a user of the universe of now. */
  Map<String, double[]> scores() {
    movers();
    tags();
    buyers();
    directions();
    if (!samples.moved().isEmpty()) {
      directionModels();
    }
    scores.put(CategoryRule.NAME, CategoryRule.scores(now));
    scores.put(
        "random",
        Baselines.random()
            .fit(samples.near(), FitSettings.DEFAULT, seed)
            .scores(new RelativeColumns(now, seed).table()));
    return scores;
  }

  /**
   * Of the systems whose scores are probabilities in the sample, brought to the share of the universe
   * that reached the goal in the period before; after {@link #scores}. Empty when nobody or everybody
   * did.
   */
  Map<String, double[]> probabilities() {
    double from = (double) samples.near().positives() / samples.near().size();
    double to = (double) count(entered) / Math.max(1, entered.length);
    var shifted = new LinkedHashMap<String, double[]>();
    if (from > 0 && from < 1 && to > 0 && to < 1) {
      scores.forEach((name, own) -> {
        if (SelectionModels.NAMES.contains(name)) {
          shifted.put(name, PriorShift.of(own, from, to));
        }
      });
    }
    return shifted;
  }

  List<String> notes() {
    return notes;
  }

  private static int count(boolean[] entered) {
    int count = 0;
    for (boolean each : entered) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private void movers() {
    UserTable table = new RelativeColumns(now, seed).table();
    learn(SelectionModels.together(), samples.near(), table);
    learn(SelectionModels.learned(), samples.near(), table);
    learn(named("boosted", SelectionModels.boosted()), samples.near(), table);
    learn(named("forest", SelectionModels.forest()), samples.near(), table);
    learn(named("logistic", SelectionModels.logistic()), samples.near(), table);
    put(
        "tidewatch, the brand alone",
        () -> SelectionModels.together()
            .fit(samples.alone(), FitSettings.DEFAULT, seed)
            .scores(table));
    for (Direction direction : Direction.ALL) {
      without(direction.name(), List.of(RelativeColumns.DIRECTION + direction.name()), table);
    }
    without(
        "all directions",
        Direction.ALL.stream().map(d -> RelativeColumns.DIRECTION + d.name()).toList(),
        table);
  }

  private static Ranker named(String name, Learner learner) {
    return new LearnedRanker(SelectionModels.NAME + ", " + name, learner);
  }

  /** The boosted trees, which cost least, without some columns. */
  private void without(String what, List<String> left, UserTable table) {
    List<String> kept =
        RelativeColumns.names().stream().filter(name -> !left.contains(name)).toList();
    put(
        "boosted without " + what,
        () -> named("boosted", SelectionModels.boosted())
            .fit(samples.near().over(samples.near().table().only(kept)), FitSettings.DEFAULT, seed)
            .scores(table.only(kept)));
  }

  /** From who moved towards the brand alone, by its tags. */
  private void tags() {
    Sample learned = sample(UserColumns.of(before));
    UserTable table = UserColumns.of(now);
    put(
        "forest of the brand's tags",
        () -> new LearnedRanker(TreeLearner.forest(TreeSettings.FOREST))
            .fit(learned, FitSettings.DEFAULT, seed)
            .scores(table));
    put(
        "RFM + gradient boosting",
        () -> Baselines.rfm(LatelyDone.RFM, TreeLearner.boosted(TreeSettings.BOOSTED))
            .fit(learned, FitSettings.DEFAULT, seed)
            .scores(table));
  }

  private void learn(Ranker ranker, Sample from, UserTable to) {
    put(ranker.name(), () -> ranker.fit(from, FitSettings.DEFAULT, seed).scores(to));
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
    int positives = count(entered);
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

  private void buyers() {
    var buyers = new BuyerRankings(now, seed);
    List<Ranker> rankers = List.of(
        new LearnedRanker("buyers, boosted", TreeLearner.boosted(TreeSettings.BOOSTED)),
        Baselines.lookalike(),
        Baselines.tagDiffusion(),
        Baselines.tagFiltering(),
        Baselines.clusterDiffusion());
    rankers.forEach(ranker -> put(ranker.name(), () -> buyers.scores(ranker)));
  }

  private void directionModels() {
    var models = new DirectionModels(now, seed);
    models("interest", models::interest);
    models("competitor", () -> models.competitor(samples.moved()));
  }

  private void models(String direction, Supplier<Map<String, double[]>> learned) {
    try {
      scores.putAll(learned.get());
    } catch (IllegalArgumentException e) {
      for (String name : DirectionModels.names(direction)) {
        notes.add(name + ": " + e.getMessage());
        scores.put(name, new double[now.universe().size()]);
      }
    }
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
      scores.put(RelativeColumns.DIRECTION + reach.direction(), own);
    }
  }
}
