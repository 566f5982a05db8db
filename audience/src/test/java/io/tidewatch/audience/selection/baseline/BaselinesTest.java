package io.tidewatch.audience.selection.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RocAuc;
import io.tidewatch.audience.selection.Discretisation;
import io.tidewatch.audience.selection.EncodingSettings;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.PlantedMarket;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.Scorer;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.xgboost.TreeLearner;
import io.tidewatch.audience.selection.xgboost.TreeSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinesTest {
  private static final PlantedMarket TRAIN = PlantedMarket.of(4000, 1);
  private static final PlantedMarket TEST = PlantedMarket.of(4000, 2);

  static List<Ranker> informed() {
    return List.of(
        Baselines.lookalike(),
        Baselines.rfm(
            List.of("recency", "orders"),
            TreeLearner.boosted(new TreeSettings(30, 3, 0.1, 1, 1, 1))),
        Baselines.tagDiffusion(),
        Baselines.tagFiltering(),
        Baselines.clusterDiffusion());
  }

  private static double auc(Scorer scorer) {
    Double auc = RocAuc.of(Ranking.of(scorer.scores(TEST.table()), TEST.buys()));
    return auc == null ? Double.NaN : auc;
  }

  @ParameterizedTest
  @MethodSource("informed")
  void fit_plantedMarket_beatsRandomAndRepeats(Ranker ranker) {
    Scorer scorer = ranker.fit(TRAIN.sample(), FitSettings.DEFAULT, 1);
    assertThat(auc(scorer)).as(ranker.name()).isGreaterThan(0.6);
    assertThat(ranker.fit(TRAIN.sample(), FitSettings.DEFAULT, 1).scores(TEST.table()))
        .isEqualTo(scorer.scores(TEST.table()));
    assertThat(scorer.card()).startsWith("Model: ");
  }

  @ParameterizedTest
  @MethodSource("informed")
  void fit_noPositives_isRefused(Ranker ranker) {
    Sample none = Sample.all(TRAIN.table(), new boolean[4000]);
    assertThatThrownBy(() -> ranker.fit(none, FitSettings.DEFAULT, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 20 positives are required, got 0");
  }

  @Test
  void random_scores_tellNothingAndDependOnTheSeed() {
    Scorer scorer = Baselines.random().fit(TRAIN.sample(), FitSettings.DEFAULT, 1);
    assertThat(auc(scorer)).isCloseTo(0.5, within(0.05));
    assertThat(Baselines.random().fit(TRAIN.sample(), FitSettings.DEFAULT, 2).scores(TEST.table()))
        .isNotEqualTo(scorer.scores(TEST.table()));
  }

  /** 3 of 4 positives and 1 of 5 others carry the tag. */
  @Test
  void tagDiffusion_oneTag_sumsLogOdds() {
    FitSettings settings = FitSettings.DEFAULT.with(
        new EncodingSettings(new Discretisation.Quantiles(4), 1, 0, 0, 10));
    Sample sample = fourAndFive();
    double[] scores =
        Baselines.tagDiffusion().fit(sample, with4Positives(settings), 1).scores(sample.table());
    assertThat(scores[0]).isCloseTo(Math.log(3.5 / 1.5) - Math.log(1.5 / 4.5), within(1e-9));
    assertThat(scores[7]).isZero();
  }

  /** cos = 3 / √(4·4). */
  @Test
  void tagFiltering_oneTag_isTheCosine() {
    FitSettings settings = FitSettings.DEFAULT.with(
        new EncodingSettings(new Discretisation.Quantiles(4), 1, 0, 0, 10));
    Sample sample = fourAndFive();
    double[] scores =
        Baselines.tagFiltering().fit(sample, with4Positives(settings), 1).scores(sample.table());
    assertThat(scores[0]).isCloseTo(0.75, within(1e-9));
    assertThat(scores[7]).isZero();
  }

  private static FitSettings with4Positives(FitSettings s) {
    return new FitSettings(s.encoding(), s.calibration(), s.heldOut(), s.correction(), 4, 1);
  }

  private static Sample fourAndFive() {
    var builder = UserTable.of(List.of(FeatureSpec.tags("t")));
    for (int i = 0; i < 9; i++) {
      builder.user();
      if (i < 3 || i == 4) {
        builder.tag(0, "hot");
      }
    }
    return Sample.all(
        builder.build(), new boolean[] {true, true, true, true, false, false, false, false, false});
  }
}
