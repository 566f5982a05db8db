package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticLearnerTest {
  /** One column that half the rows carry; rates 3 of 4 with it and 1 of 4 without. */
  private static final EncodedMatrix EIGHT = new EncodedMatrix(
      1, new int[] {0, 1, 2, 3, 4, 4, 4, 4, 4}, new int[4], new float[] {1, 1, 1, 1});

  private static final boolean[] LABELS = {true, true, true, false, true, false, false, false};

  @Test
  void train_oneColumn_givesTheLogOdds() {
    float[] weights = {1, 1, 1, 1, 1, 1, 1, 1};
    double[] margins =
        new LogisticLearner(1e-9).train(EIGHT, LABELS, weights, 1, 0).margins(EIGHT);
    assertThat(margins[0]).isCloseTo(Math.log(3), within(1e-5));
    assertThat(margins[7]).isCloseTo(-Math.log(3), within(1e-5));
  }

  @Test
  void train_weights_countAsUsers() {
    float[] weights = {2, 2, 2, 1, 1, 1, 1, 1};
    double[] margins =
        new LogisticLearner(1e-9).train(EIGHT, LABELS, weights, 1, 0).margins(EIGHT);
    assertThat(margins[0]).isCloseTo(Math.log(6), within(1e-5));
  }

  @Test
  void train_penalty_drawsColumnsToZeroButNotTheIntercept() {
    float[] weights = {1, 1, 1, 1, 1, 1, 1, 1};
    double[] margins =
        new LogisticLearner(1e9).train(EIGHT, LABELS, weights, 1, 0).margins(EIGHT);
    assertThat(margins[0]).isCloseTo(0, within(1e-5));
    assertThat(margins[7]).isCloseTo(0, within(1e-5));
  }

  @Test
  void train_separable_isFinite() {
    boolean[] labels = {true, true, true, true, false, false, false, false};
    float[] weights = {1, 1, 1, 1, 1, 1, 1, 1};
    double[] margins =
        new LogisticLearner(0.01).train(EIGHT, labels, weights, 1, 0).margins(EIGHT);
    assertThat(margins[0]).isBetween(1.0, 50.0);
    assertThat(margins[7]).isBetween(-50.0, -1.0);
  }

  /** At the optimum the penalised gradient is 0. */
  @Test
  void train_plantedMarket_endsWhereTheGradientIsZero() {
    Sample sample = PlantedMarket.of(2000, 3).sample();
    Encoder encoder = Encoder.fit(sample, Form.ONE_HOT, EncodingSettings.DEFAULT);
    EncodedMatrix x = encoder.encode(sample.table(), sample.users());
    var model = new LogisticLearner(1e-3).train(x, sample.labels(), sample.weights(), 1, 0);
    double[] margins = model.margins(x);
    double[] sums = new double[x.columns()];
    double intercept = 0;
    for (int i = 0; i < margins.length; i++) {
      double miss = Logistic.of(margins[i]) - (sample.positive(i) ? 1 : 0);
      x.add(i, miss, sums);
      intercept += miss;
    }
    assertThat(intercept).isCloseTo(0, within(1e-3));
    for (double sum : sums) {
      assertThat(sum).isCloseTo(0, within(0.02));
    }
  }

  @Test
  void lambda_notPositive_isRefused() {
    assertThatThrownBy(() -> new LogisticLearner(0)).hasMessageContaining("got 0.0");
    assertThatThrownBy(() -> new LogisticLearner(Double.NaN)).hasMessageContaining("got NaN");
  }

  /** β = 2, −1 and ½; means ¼ and ½; the row has 1 in the first column and nothing in the second. */
  @Test
  void contributions_byHand_countFromTheMeans() {
    var model =
        new LogisticModel(new double[] {2, -1, 0.5}, new double[] {0.25, 0.5}, new double[] {1, 1});
    var row = new EncodedMatrix(2, new int[] {0, 1}, new int[] {0}, new float[] {1});
    assertThat(model.contributions(row)).containsExactly(1.5, 0.5, 0.5);
    assertThat(model.margins(row)).containsExactly(2.5);
  }
}
