package io.tidewatch.audience.selection.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.selection.EncodedMatrix;
import io.tidewatch.audience.selection.Encoder;
import io.tidewatch.audience.selection.EncodingSettings;
import io.tidewatch.audience.selection.Form;
import io.tidewatch.audience.selection.PlantedMarket;
import java.util.Arrays;
import java.util.List;
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

  @Test
  void settings_outOfRange_areRefused() {
    assertThatThrownBy(() -> new TreeSettings(0, 3, 0.1, 1, 1, 1)).hasMessageContaining("trees");
    assertThatThrownBy(() -> new TreeSettings(1, 3, 0, 1, 1, 1))
        .hasMessage("learningRate: above 0 to 1 is required, got 0.0");
    assertThatThrownBy(() -> new TreeSettings(1, 3, 0.1, 1, 1, Double.NaN))
        .hasMessageContaining("columns");
  }
}
