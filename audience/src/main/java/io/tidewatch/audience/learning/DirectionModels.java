package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.LearnedRanker;
import io.tidewatch.audience.selection.LogisticLearner;
import io.tidewatch.audience.selection.MeanRanker;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.SumRanker;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Models beside the rules of two directions, to be judged with them. <em>interest</em>: logistic
 * regression on the interest vector alone, from the brand's buyers against users of other brands; <em>competitor</em>: logistic regression on
 * what was done with rivals ({@link RivalHabits}), from who moved towards the brand and those near it
 * in the period before. Each alone, and together with its rule. Whom the rule does not reach has 0.
 */
final class DirectionModels {
  private static final String RULE = "rule";
  private static final double INTEREST_PENALTY = 100;
  private static final List<String> INTERESTS = Stream.of(
          FeatureKind.CATEGORY, FeatureKind.BRAND, FeatureKind.KEYWORD, FeatureKind.PRICE_BAND)
      .map(FeatureKind::label)
      .toList();

  private final BrandMoment now;
  private final long seed;

  DirectionModels(BrandMoment now, long seed) {
    this.now = now;
    this.seed = seed;
  }

  /**
   * A brand's people at the beginning of the period.
   *
   * @param reached by row: who reached the goal in it
   */
  @SuppressWarnings("ArrayRecordComponent") // large, never compared
  record Moved(BrandMoment moment, boolean[] reached) {}

  /** Of the model of a direction, alone and with the rule. */
  static List<String> names(String direction) {
    String name = RelativeColumns.DIRECTION + direction + ", learned";
    return List.of(name, name + " and rule");
  }

  /** By name, one a user of the universe. */
  Map<String, double[]> interest() {
    var columns = new UserColumns(now.brief());
    UserTable base = columns.ofOthers(now.brief().matrix().base()).only(INTERESTS);
    UserTable universe = columns.ofOthers(now.universe()).only(INTERESTS);
    double[] learned = new LearnedRanker(new LogisticLearner(INTEREST_PENALTY))
        .fit(BuyerRankings.sample(now, base, seed), FitSettings.DEFAULT, seed)
        .scores(universe);
    float[] own = RelativeColumns.evidence(learned);
    float[] rule = RelativeColumns.evidence(scores("interest", now));
    double[] both = new double[own.length];
    for (int row = 0; row < both.length; row++) {
      both[row] = own[row] + rule[row];
    }
    return models("interest", learned, both);
  }

  /**
   * As {@link #interest()}.
   *
   * @throws IllegalArgumentException when there are too few to learn from
   */
  Map<String, double[]> competitor(List<Moved> moved) {
    UserTableBuilder table = builder();
    var labels = new ArrayList<Boolean>();
    for (Moved brand : moved) {
      double[] rule = scores("competitor", brand.moment());
      int[] users = brand.moment().universe().toArray();
      var habits = new RivalHabits(brand.moment().brief());
      for (int row = 0; row < users.length; row++) {
        if (rule[row] > 0) {
          add(habits.numbers(users[row]), rule[row], table);
          labels.add(brand.reached()[row]);
        }
      }
    }
    boolean[] positive = new boolean[labels.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = labels.get(i);
    }
    Sample sample = Sample.all(table.build(), positive);
    UserTable universe = universe();
    Ranker learned = new LearnedRanker(SelectionModels.logistic());
    Ranker both =
        new MeanRanker("with the rule", List.of(learned, new SumRanker(RULE, List.of(RULE))));
    return models(
        "competitor",
        learned.fit(sample, FitSettings.DEFAULT, seed).scores(universe),
        both.fit(sample, FitSettings.DEFAULT, seed).scores(universe));
  }

  private UserTable universe() {
    UserTableBuilder table = builder();
    double[] rule = scores("competitor", now);
    int[] users = now.universe().toArray();
    var habits = new RivalHabits(now.brief());
    for (int row = 0; row < users.length; row++) {
      add(habits.numbers(users[row]), rule[row], table);
    }
    return table.build();
  }

  private Map<String, double[]> models(String direction, double[] learned, double[] both) {
    double[] rule = scores(direction, now);
    for (int row = 0; row < rule.length; row++) {
      learned[row] = rule[row] > 0 ? learned[row] : 0;
      both[row] = rule[row] > 0 ? both[row] : 0;
    }
    var models = new LinkedHashMap<String, double[]>();
    models.put(names(direction).getFirst(), learned);
    models.put(names(direction).getLast(), both);
    return models;
  }

  private static double[] scores(String direction, BrandMoment moment) {
    int[] users = moment.universe().toArray();
    Reach reach = moment.aggregation().reaches().stream()
        .filter(r -> r.direction().equals(direction))
        .findFirst()
        .orElseThrow();
    double[] scores = new double[users.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = reach.score(users[row]);
    }
    return scores;
  }

  private static UserTableBuilder builder() {
    return UserTable.of(Stream.concat(RivalHabits.NAMES.stream(), Stream.of(RULE))
        .map(FeatureSpec::number)
        .toList());
  }

  private static void add(double[] habits, double rule, UserTableBuilder table) {
    table.user();
    for (int i = 0; i < habits.length; i++) {
      if (!Double.isNaN(habits[i])) {
        table.number(i, habits[i]);
      }
    }
    table.number(habits.length, rule);
  }
}
