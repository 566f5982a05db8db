package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.selection.baseline.Baselines;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanRankerTest {
  private static final Ranker WEAK = new LearnedRanker(new LogisticLearner(1));
  private static final Ranker STRONG = new LearnedRanker(new LogisticLearner(1000));

  @Test
  void scores_ofTwoLearners_areTheMeanOfTheirLogOdds() {
    Sample sample = sample();
    double[] one = fit(WEAK, sample);
    double[] other = fit(STRONG, sample);
    double[] both = fit(new MeanRanker("both", List.of(WEAK, STRONG)), sample);
    for (int i = 0; i < both.length; i++) {
      double logOdds = (Logistic.logit(one[i]) + Logistic.logit(other[i])) / 2;
      assertThat(both[i]).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
    }
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void effects_ofAFeature_areJoinedAndSumToOne() {
    Scorer scorer =
        new MeanRanker("both", List.of(WEAK, STRONG)).fit(sample(), FitSettings.DEFAULT, 1);
    assertThat(scorer.effects()).extracting(e -> e.column().feature()).doesNotHaveDuplicates();
    assertThat(scorer.effects().getFirst().column().feature()).isEqualTo("signal");
    assertThat(scorer.effects().stream().mapToDouble(Effect::importance).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(scorer.card()).startsWith("Model: both").contains("L2 penalty 1000");
  }

  @Test
  void contributions_ofAJoinedScore_areTheMeanOfTheParts() {
    Sample sample = sample();
    Scorer both = new MeanRanker("both", List.of(WEAK, STRONG)).fit(sample, FitSettings.DEFAULT, 1);
    Contributions one = contributions(WEAK.fit(sample, FitSettings.DEFAULT, 1), sample);
    Contributions other = contributions(STRONG.fit(sample, FitSettings.DEFAULT, 1), sample);
    Contributions joined = contributions(both, sample);
    assertThat(joined.start()).isCloseTo((one.start() + other.start()) / 2, within(1e-12));
    assertThat(joined.byFeature().get("signal"))
        .isCloseTo(
            (one.byFeature().get("signal") + other.byFeature().get("signal")) / 2, within(1e-12));
    assertThat(joined.logOdds())
        .isCloseTo(Logistic.logit(both.scores(sample.table())[3]), within(1e-9));
  }

  @Test
  void contributions_whenAPartCannotSay_areEmpty() {
    Sample sample = sample();
    Scorer mixed = new MeanRanker("mixed", List.of(WEAK, Baselines.random()))
        .fit(sample, FitSettings.DEFAULT, 1);
    assertThat(mixed.contributions(sample.table(), 3)).isEmpty();
  }

  private static Contributions contributions(Scorer scorer, Sample sample) {
    return scorer.contributions(sample.table(), 3).orElseThrow();
  }

  @Test
  void construction_withoutLearner_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeanRanker("none", List.of()))
        .withMessageContaining("parts");
  }

  private static double[] fit(Ranker ranker, Sample sample) {
    return ranker.fit(sample, FitSettings.DEFAULT, 1).scores(sample.table());
  }

  private static Sample sample() {
    var random = new SplittableRandom(3);
    UserTableBuilder table =
        UserTable.of(List.of(FeatureSpec.number("signal"), FeatureSpec.number("noise")));
    boolean[] labels = new boolean[2000];
    for (int i = 0; i < labels.length; i++) {
      double signal = random.nextDouble();
      labels[i] = random.nextDouble() < signal * signal;
      table.user();
      table.number(0, signal);
      table.number(1, random.nextDouble());
    }
    return Sample.all(table.build(), labels);
  }
}
