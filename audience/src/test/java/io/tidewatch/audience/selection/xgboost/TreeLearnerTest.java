package io.tidewatch.audience.selection.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.EncodingSettings;
import io.tidewatch.audience.selection.Form;
import io.tidewatch.audience.selection.PlantedMarket;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

class TreeLearnerTest {
  private static final TreeSettings SMALL = new TreeSettings(10, 3, 0.1, 1, 0.5, 0.5);

  @Test
  void train_seed_decidesWhatIsDrawn() {
    PlantedMarket market = PlantedMarket.of(2000, 1);
    EncodedMatrix matrix = Encoder.fit(market.sample(), Form.ORDINAL, EncodingSettings.DEFAULT)
        .encode(market.table(), market.sample().users());
    float[] weights = new float[2000];
    Arrays.fill(weights, 1);
    for (TreeLearner learner : List.of(TreeLearner.boosted(SMALL), TreeLearner.forest(SMALL))) {
      double[] first = learner.train(matrix, market.buys(), weights, 1, 1).margins(matrix);
      assertThat(learner.train(matrix, market.buys(), weights, 1, 1).margins(matrix))
          .isEqualTo(first);
      assertThat(learner.train(matrix, market.buys(), weights, 1, 2).margins(matrix))
          .isNotEqualTo(first);
    }
  }

  /** XGBoost answers the same itself, only slower. */
  @Test
  void contributions_ofAnyRow_areThoseOfTheLibrary() throws Exception {
    PlantedMarket market = PlantedMarket.of(2000, 1);
    Encoder encoder = Encoder.fit(market.sample(), Form.ORDINAL, EncodingSettings.DEFAULT);
    EncodedMatrix matrix = encoder.encode(market.table(), market.sample().users());
    float[] weights = new float[2000];
    Arrays.fill(weights, 1);
    for (TreeLearner learner : List.of(
        TreeLearner.boosted(new TreeSettings(40, 4, 0.1, 1, 0.8, 0.8)),
        TreeLearner.forest(new TreeSettings(30, 8, 1, 1, 0.632, 0.4)))) {
      var model = (TreeModel) learner.train(matrix, market.buys(), weights, 1, 1);
      double[] margins = model.margins(matrix);
      float[][] expected = XGBoost.loadModel(model.bytes()).predictContrib(Native.data(matrix), 0);
      for (int i = 0; i < 200; i++) {
        double[] own = model.contributions(
            encoder.encode(market.table(), new int[] {market.sample().user(i)}));
        assertThat(Arrays.stream(own).sum()).isCloseTo(margins[i], within(1e-4));
        for (int column = 0; column < own.length; column++) {
          assertThat(own[column]).isCloseTo(expected[i][column], within(1e-4));
        }
      }
    }
  }

  /**
   * One tree by hand: f0 below 1 (cover 30 of 40, and missing) gives 2, else f1 below 1 (4 of 10, not
   * missing) gives 0, else 4. Row f0 = 0, f1 = 5: mean = ¾·2 + ¼·(.4·0 + .6·4) = 2.1; with f0 known 2;
   * with f1 alone known ¾·2 + ¼·4 = 2.5; with both 2. φ₀ = ½(2 − 2.1) + ½(2 − 2.5) = −.3, φ₁ = .2.
   */
  @Test
  void contributions_byHand_areShapleyValues() {
    String tree = """
        0:[f0<1] yes=1,no=2,missing=1,gain=5,cover=40
        	1:leaf=2,cover=30
        	2:[f1<1] yes=3,no=4,missing=4,gain=2,cover=10
        		3:leaf=0,cover=4
        		4:leaf=4,cover=6
        """;
    TreePaths paths = TreePaths.of(new String[] {tree}, 2);
    double[] own = paths.contributions(new float[] {0, 5}, 2);
    assertThat(own[0]).isCloseTo(-0.3, within(1e-12));
    assertThat(own[1]).isCloseTo(0.2, within(1e-12));
    assertThat(own[2]).isCloseTo(2.1, within(1e-12));
  }

  @Test
  void settings_outOfRange_areRefused() {
    assertThatThrownBy(() -> new TreeSettings(0, 3, 0.1, 1, 1, 1)).hasMessageContaining("trees");
    assertThatThrownBy(() -> new TreeSettings(1, 3, 0, 1, 1, 1))
        .hasMessage("learningRate: above 0 to 1 is required, got 0.0");
    assertThatThrownBy(() -> new TreeSettings(1, 3, 0.1, 1, 1, Double.NaN))
        .hasMessageContaining("columns");
  }
}
