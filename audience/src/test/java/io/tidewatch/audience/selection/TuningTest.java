package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.selection.baseline.Baselines;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TuningTest {
  private static final Instant EARLIER = Instant.parse("2024-03-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2024-04-01T00:00:00Z");

  private static Tuning tuning() {
    PlantedMarket later = PlantedMarket.of(4000, 2);
    return new Tuning(
        EARLIER, PlantedMarket.of(4000, 1).sample(), LATER, later.table(), later.buys(), 0.05);
  }

  @Test
  void choose_goodAndBad_takesTheGood() {
    Ranker good = new LearnedRanker(new LogisticLearner(1));
    var tuned = tuning()
        .choose(
            List.of(
                Baselines.random(), good, Baselines.rfm(List.of("noise"), new LogisticLearner(1))),
            FitSettings.DEFAULT,
            1);
    assertThat(tuned.chosen()).isSameAs(good);
    assertThat(tuned.trials())
        .extracting(Trial::name)
        .containsExactly("random", "logistic regression", "RFM + gradient boosting");
    assertThat(tuned.trials().get(1).lift()).isGreaterThan(1.5);
  }

  @Test
  void tuning_badInput_isRefused() {
    assertThatThrownBy(() -> tuning().choose(List.of(), FitSettings.DEFAULT, 1))
        .hasMessageContaining("candidates");
    PlantedMarket market = PlantedMarket.of(50, 1);
    assertThatThrownBy(
            () -> new Tuning(LATER, market.sample(), EARLIER, market.table(), market.buys(), 0.1))
        .hasMessageContaining("after the earlier time 2024-04-01T00:00:00Z is required");
    assertThatThrownBy(
            () -> new Tuning(EARLIER, market.sample(), LATER, market.table(), new boolean[3], 0.1))
        .hasMessageContaining("got 3 for 50 users");
  }

  @Test
  void fusion_twoHalves_beatsBoth() {
    var random = new SplittableRandom(5);
    int n = 20_000;
    double[] daily = new double[n];
    double[] holiday = new double[n];
    boolean[] target = new boolean[n];
    for (int i = 0; i < n; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      target[i] = random.nextDouble() < Logistic.of(a + b - 3);
      daily[i] = Logistic.of(a);
      holiday[i] = Logistic.of(b);
    }
    Fusion fusion = Fusion.pick(daily, holiday, target, 0.05);
    assertThat(fusion.holidayWeight()).isBetween(0.3, 0.7);
    assertThat(fusion.trials()).hasSize(42);
    double fused = precision(fusion.fuse(daily, holiday), target);
    assertThat(fused).isGreaterThan(precision(daily, target) * 1.1);
    assertThat(fused).isGreaterThan(precision(holiday, target) * 1.1);
    double best = fusion.trials().stream().mapToDouble(Trial::predictTa).max().orElseThrow();
    // of 1,000 users taken
    assertThat(fused).isBetween(best - Math.sqrt(best * (1 - best) / 1000), best);
    assertThat(fusion.milestones())
        .hasSize(3)
        .extracting(Trial::name)
        .startsWith("0.00 holiday, log-odds")
        .endsWith("1.00 holiday, ranks");
  }

  @Test
  void fusion_holidayBetterByLessThanItsError_leavesTheDailyAlone() {
    int n = 400;
    double[] daily = new double[n];
    double[] holiday = new double[n];
    boolean[] target = new boolean[n];
    for (int i = 0; i < n; i++) {
      // of the forty best the daily model has ten, the holiday model eleven
      target[i] = i < 10 || i == 50;
      daily[i] = i < 40 ? 0.9 : 0.1;
      holiday[i] = i < 40 || i == 50 ? 0.9 : 0.1;
    }
    holiday[39] = 0.1;
    Fusion fusion = Fusion.pick(daily, holiday, target, 0.1);
    assertThat(fusion.trials().getLast().predictTa()).isEqualTo(11 / 40.0);
    assertThat(fusion.trials().getFirst().predictTa()).isEqualTo(10 / 40.0);
    assertThat(fusion.holidayWeight()).isZero();
    assertThat(fusion.portions(daily, holiday)[0]).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void fusion_uselessHoliday_leavesTheDailyAlone() {
    double[] daily = {0.9, 0.8, 0.1, 0.2};
    Fusion fusion = Fusion.pick(
        daily, new double[] {0.5, 0.5, 0.5, 0.5}, new boolean[] {true, true, false, false}, 0.5);
    assertThat(fusion.holidayWeight()).isZero();
    assertThat(fusion.fuse(daily, daily)[0]).isCloseTo(Math.log(9), within(1e-9));
  }

  @Test
  void fusion_ranks_shareEqualScores() {
    Fusion ranks = new Fusion(0, Fusion.Scale.RANK, List.of());
    assertThat(ranks.fuse(new double[] {0.3, 0.1, 0.3, 0.9}, new double[4]))
        .containsExactly(0.5, 0.125, 0.5, 0.875);
  }

  @Test
  void fusion_badScores_areRefused() {
    assertThatThrownBy(() -> Fusion.pick(new double[2], new double[3], new boolean[2], 0.5))
        .hasMessageContaining("got 3 for 2");
    assertThatThrownBy(() -> Fusion.pick(new double[] {2}, new double[1], new boolean[1], 0.5))
        .hasMessageContaining("got 2.0");
  }

  @Test
  void cut_scoreOrSize_takesTheBestWithoutTheRemoved() {
    double[] scores = {0.4, 0.9, 0.5, 0.9, 0.7};
    BitSet removed = new BitSet();
    removed.set(4);
    assertThat(new Cut.AtScore(0.5).take(scores, removed)).containsExactly(1, 3, 2);
    assertThat(new Cut.AtSize(1).take(scores, removed)).containsExactly(1);
    assertThat(new Cut.AtSize(99).take(scores, removed)).containsExactly(1, 3, 2, 0);
    assertThat(new Cut.AtSize(0).take(new double[0], removed)).isEmpty();
    assertThatThrownBy(() -> new Cut.AtSize(-1)).hasMessageContaining("got -1");
  }

  @Test
  void directionScores_asFeatures_areLearned() {
    int n = 4000;
    var random = new SplittableRandom(5);
    var builder = UserTable.of(List.of(FeatureSpec.category("c")));
    boolean[] buys = new boolean[n];
    var peer = new HashMap<Integer, Double>();
    for (int i = 0; i < n; i++) {
      builder.user();
      buys[i] = random.nextInt(5) == 0;
      if (buys[i] ? random.nextInt(4) > 0 : random.nextInt(4) == 0) {
        peer.put(i, random.nextDouble());
      }
    }
    var directions = new DirectionScores(n).add("peer", peer).add("search", Map.of());
    UserTable table = directions.into(builder.build());
    ModelScorer scorer = new LearnedRanker(new LogisticLearner(1))
        .fit(Sample.all(table, buys), FitSettings.DEFAULT, 1);
    assertThat(directions.features()).containsExactly("direction peer", "direction search");
    assertThat(scorer.encoder().features()).containsExactly("direction peer");
    assertThat(precision(scorer.scores(table), buys)).isGreaterThan(0.35);
    assertThatThrownBy(() -> directions.add("peer", Map.of())).hasMessageContaining("again");
    assertThatThrownBy(() -> directions.add("lost", Map.of(n, 1.0)))
        .hasMessageContaining("got 4000 with 1.0");
  }

  private static double precision(double[] scores, boolean[] target) {
    return PredictTa.at(Ranking.of(scores, target), 0.05).precision();
  }
}
