package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.metric.Bootstrap;
import io.tidewatch.audience.metric.CalibrationError;
import io.tidewatch.audience.metric.MonotonePrecision;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RocAuc;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LearnedRankerTest {
  private static final PlantedMarket TRAIN = PlantedMarket.of(8000, 1);
  private static final PlantedMarket TEST = PlantedMarket.of(8000, 2);
  private static final FitSettings SETTINGS =
      new FitSettings(EncodingSettings.DEFAULT, Calibration.PLATT, 0.2, Correction.PLAIN, 20, 1);
  private static final double BEST = auc(TEST.chance());

  static List<Learner> learners() {
    return List.of(
        new LogisticLearner(1),
        TreeLearner.boosted(new TreeSettings(60, 3, 0.1, 1, 0.8, 0.8)),
        TreeLearner.forest(new TreeSettings(40, 7, 1, 1, 0.632, 0.4)));
  }

  private static double auc(double[] scores) {
    Double auc = RocAuc.of(Ranking.of(scores, TEST.buys()));
    return auc == null ? Double.NaN : auc;
  }

  @ParameterizedTest
  @MethodSource("learners")
  void fit_plantedMarket_comesNearTheTruth(Learner learner) {
    ModelScorer scorer = new LearnedRanker(learner).fit(TRAIN.sample(), SETTINGS, 7);
    double[] scores = scorer.scores(TEST.table());
    assertThat(auc(scores)).isBetween(BEST - 0.02, BEST + 0.005);
    assertThat(CalibrationError.of(scores, TEST.buys())).isLessThan(0.02);
    assertThat(scorer.encoder().features()).doesNotContain("noise");
    assertThat(
            MonotonePrecision.check(List.of(Ranking.of(scores, TEST.buys())), new Bootstrap(100, 1))
                .holds())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("learners")
  void fit_sameSeed_givesTheSameScores(Learner learner) {
    var ranker = new LearnedRanker(learner);
    double[] first = ranker.fit(TRAIN.sample(), SETTINGS, 7).scores(TEST.table());
    assertThat(ranker.fit(TRAIN.sample(), SETTINGS, 7).scores(TEST.table())).isEqualTo(first);
    assertThat(ranker.fit(TRAIN.sample(), SETTINGS, 8).scores(TEST.table())).isNotEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void effects_plantedMarket_sayWhatRaisesTheChance(Learner learner) {
    ModelScorer scorer = new LearnedRanker(learner).fit(TRAIN.sample(), SETTINGS, 7);
    Effect skin = scorer.effects().stream()
        .filter(e -> e.column().label().equals("topics = skin"))
        .findFirst()
        .orElseThrow();
    assertThat(skin.direction()).isPositive();
    assertThat(skin.words(Locale.ENGLISH)).startsWith("topics = skin raises the chance (");
    assertThat(skin.words(Locale.CHINESE)).startsWith("topics = skin：提高可能性");
    assertThat(scorer.effects().stream().mapToDouble(Effect::importance).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(scorer.card()).contains("Model: " + learner.name(), "Seed 7, 1 thread(s)", "skin");
  }

  @ParameterizedTest
  @MethodSource("learners")
  void contributions_ofAnyUser_addUpToTheScore(Learner learner) {
    for (Calibration calibration : Calibration.values()) {
      ModelScorer scorer =
          new LearnedRanker(learner).fit(TRAIN.sample(), SETTINGS.with(calibration), 7);
      double[] scores = scorer.scores(TEST.table());
      for (int user = 0; user < 200; user++) {
        Contributions taken = scorer.contributions(TEST.table(), user).orElseThrow();
        assertThat(taken.logOdds())
            .isCloseTo(taken.start() + sum(taken), within(1e-9))
            .isCloseTo(Logistic.logit(scores[user]), within(1e-3));
        assertThat(taken.byFeature().keySet()).isSubsetOf(scorer.encoder().features());
      }
    }
  }

  private static double sum(Contributions taken) {
    return taken.byFeature().values().stream().mapToDouble(v -> v).sum();
  }

  @ParameterizedTest
  @EnumSource(Calibration.class)
  void calibration_eitherWay_isNearTheRate(Calibration calibration) {
    double[] scores = new LearnedRanker(new LogisticLearner(1))
        .fit(TRAIN.sample(), SETTINGS.with(calibration), 7)
        .scores(TEST.table());
    assertThat(CalibrationError.of(scores, TEST.buys())).isLessThan(0.02);
    assertThat(auc(scores)).isGreaterThan(BEST - 0.02);
  }

  /** Half of the buyers are known: correction must double the probabilities' mean. */
  @ParameterizedTest
  @EnumSource(Correction.class)
  void correction_separableMarketHalfLabelled_estimatesTheTruth(Correction correction) {
    var random = new SplittableRandom(4);
    var builder = UserTable.of(List.of(FeatureSpec.tags("t"), FeatureSpec.number("n")));
    boolean[] truth = new boolean[8000];
    boolean[] labelled = new boolean[8000];
    for (int i = 0; i < truth.length; i++) {
      builder.user();
      truth[i] = random.nextDouble() < 0.2;
      labelled[i] = truth[i] && random.nextBoolean();
      builder.number(1, random.nextDouble());
      builder.tag(0, truth[i] != (random.nextDouble() < 0.02) ? "fan" : "other");
    }
    UserTable table = builder.build();
    ModelScorer scorer = new LearnedRanker(new LogisticLearner(0.1))
        .fit(Sample.all(table, labelled), SETTINGS.with(correction), 3);
    double mean = Arrays.stream(scorer.probabilities(table)).average().orElseThrow();
    switch (correction) {
      case PLAIN -> assertThat(mean).isCloseTo(0.1, within(0.015));
      case RESCALED, WEIGHTED -> assertThat(mean).isCloseTo(0.2, within(0.035));
    }
    assertThat(RocAuc.of(Ranking.of(scorer.scores(table), truth))).isGreaterThan(0.95);
  }

  @Test
  void probabilities_unlabelledSampled_areOfThePopulation() {
    PlantedMarket market = PlantedMarket.of(40_000, 9);
    int[] users =
        IntStream.range(0, 40_000).filter(u -> market.buys()[u] || u % 4 == 0).toArray();
    boolean[] positive = new boolean[users.length];
    float[] weights = new float[users.length];
    for (int i = 0; i < users.length; i++) {
      positive[i] = market.buys()[users[i]];
      weights[i] = 1;
    }
    ModelScorer scorer = new LearnedRanker(new LogisticLearner(1))
        .fit(Sample.of(market.table(), users, positive, weights, 0.25), SETTINGS, 1);
    assertThat(CalibrationError.of(scorer.probabilities(TEST.table()), TEST.buys()))
        .isLessThan(0.02);
    assertThat(CalibrationError.of(scorer.scores(TEST.table()), TEST.buys())).isGreaterThan(0.05);
  }

  @Test
  void fit_nothingInforms_givesEqualScoresAndSaysSo() {
    var builder = UserTable.of(List.of(FeatureSpec.category("c")));
    boolean[] positive = new boolean[200];
    for (int i = 0; i < 200; i++) {
      builder.user();
      builder.category(0, "same");
      positive[i] = i % 4 == 0;
    }
    UserTable table = builder.build();
    for (Learner learner : learners()) {
      ModelScorer scorer = new LearnedRanker(learner).fit(Sample.all(table, positive), SETTINGS, 1);
      assertThat(Arrays.stream(scorer.scores(table)).distinct().count()).isEqualTo(1);
      assertThat(scorer.effects()).isEmpty();
      assertThat(scorer.card()).contains("no feature tells positives from others");
    }
  }

  @Test
  void fit_badSamples_areRefused() {
    var ranker = new LearnedRanker(new LogisticLearner(1));
    UserTable table = PlantedMarket.of(100, 1).table();
    UserTable none = UserTable.of(PlantedMarket.FEATURES).build();
    boolean[] all = new boolean[100];
    Arrays.fill(all, true);
    boolean[] three = new boolean[100];
    Arrays.fill(three, 0, 3, true);
    assertThatThrownBy(() -> ranker.fit(Sample.all(none, new boolean[0]), SETTINGS, 1))
        .hasMessage("sample: at least one user is required, got none");
    assertThatThrownBy(() -> ranker.fit(Sample.all(table, all), SETTINGS, 1))
        .hasMessage("sample: unlabelled users are required too, got only 100 positives");
    assertThatThrownBy(() -> ranker.fit(Sample.all(table, new boolean[100]), SETTINGS, 1))
        .hasMessageContaining("at least 20 positives are required, got 0");
    assertThatThrownBy(() -> ranker.fit(Sample.all(table, three), SETTINGS, 1))
        .hasMessageContaining("got 3; take in buyers of near brands");
  }

  @Test
  void fit_fewPositives_calibratesOnTrainingAndSaysSo() {
    PlantedMarket market = PlantedMarket.of(400, 5);
    boolean[] positive = new boolean[400];
    int found = 0;
    for (int i = 0; i < 400 && found < 20; i++) {
      positive[i] = market.buys()[i];
      found += positive[i] ? 1 : 0;
    }
    var settings = new FitSettings(
        EncodingSettings.DEFAULT, Calibration.PLATT, 0.05, Correction.PLAIN, found, 1);
    ModelScorer scorer = new LearnedRanker(new LogisticLearner(1))
        .fit(Sample.all(market.table(), positive), settings, 1);
    assertThat(scorer.card()).contains("too sure of themselves");
  }
}
