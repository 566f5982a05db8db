package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SumRankerTest {
  private final UserTable table;
  private final boolean[] labels = new boolean[1000];

  SumRankerTest() {
    var random = new SplittableRandom(3);
    UserTableBuilder rows = UserTable.of(List.of(
        FeatureSpec.number("a"), FeatureSpec.number("b"), FeatureSpec.number("not counted")));
    for (int i = 0; i < labels.length; i++) {
      rows.user();
      rows.number(2, random.nextDouble());
      double a = random.nextDouble();
      rows.number(0, a);
      if (i % 2 == 0) {
        rows.number(1, 5);
      }
      labels[i] = random.nextDouble() < (a + (i % 2 == 0 ? 5 : 0)) / 10;
    }
    table = rows.build();
  }

  @Test
  void scores_ofSums_riseWithThemAndAreProbabilities() {
    Scorer scorer = new SumRanker("sum", List.of("a", "b"))
        .fit(Sample.all(table, labels), FitSettings.DEFAULT, 1);
    double[] scores = scorer.scores(table);
    for (int i = 0; i + 1 < scores.length; i += 2) {
      assertThat(scores[i]).as("with b").isGreaterThan(scores[i + 1]).isBetween(0.0, 1.0);
    }
    double mean = java.util.Arrays.stream(scores).average().orElseThrow();
    assertThat(mean).isBetween(0.2, 0.4);
    assertThat(scorer.effects()).extracting(e -> e.column().feature()).containsExactly("a", "b");
    assertThat(scorer.card()).contains("a, b");
  }

  @Test
  void contributions_countFromTheMeansAndAddUp() {
    Scorer scorer = new SumRanker("sum", List.of("a", "b"))
        .fit(Sample.all(table, labels), FitSettings.DEFAULT, 1);
    double[] scores = scorer.scores(table);
    Contributions with = scorer.contributions(table, 0).orElseThrow();
    Contributions without = scorer.contributions(table, 1).orElseThrow();
    assertThat(with.byFeature()).containsOnlyKeys("a", "b");
    assertThat(with.byFeature().get("b")).as("5 against a mean of 2.5").isPositive();
    assertThat(without.byFeature().get("b"))
        .as("0 against a mean of 2.5")
        .isCloseTo(-with.byFeature().get("b"), within(1e-9));
    assertThat(with.start()).isEqualTo(without.start());
    assertThat(with.logOdds()).isCloseTo(Logistic.logit(scores[0]), within(1e-9));
    assertThat(without.logOdds()).isCloseTo(Logistic.logit(scores[1]), within(1e-9));
  }

  @Test
  void fit_withoutTheFeatureOrAnyName_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SumRanker("sum", List.of()))
        .withMessageContaining("features");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SumRanker("sum", List.of("c"))
            .fit(Sample.all(table, labels), FitSettings.DEFAULT, 1))
        .withMessageContaining("the number c is required");
  }
}
