package io.tidewatch.nlp.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntentModelTest {
  private static final int BITS = 6;

  private final float[] weights = new float[IntentModel.CLASSES << BITS];
  private final float[] intercepts = new float[IntentModel.CLASSES];

  IntentModelTest() {
    Random random = new Random(11);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(-127, 128);
    }
    weights[0] = 127;
    weights[1] = -127;
    for (int k = 0; k < intercepts.length; k++) {
      intercepts[k] = k;
    }
  }

  @Test
  void scores_ofManyFeatures_areTheSumOfTheirWeights() {
    IntentModel model = IntentModel.of(BITS, weights, intercepts);
    for (int n : new int[] {0, 1, 255, 256, 257, 401, 1025}) {
      int[] features = new Random(n).ints(n).toArray();

      double[] scores = model.scores(features, new double[0]);

      for (int k = 0; k < IntentModel.CLASSES; k++) {
        double sum = 0;
        for (int feature : features) {
          sum += weights[(feature & (1 << BITS) - 1) * IntentModel.CLASSES + k];
        }
        assertThat(scores[k]).isCloseTo(k + sum / Math.sqrt(Math.max(1, n)), within(1e-3));
      }
    }
  }

  @Test
  void scores_ofOneFeatureALot_doNotRunOver() {
    IntentModel model = IntentModel.of(BITS, weights, intercepts);

    double[] scores = model.scores(new int[401], new double[0]);

    assertThat(scores[0]).isCloseTo(127 * Math.sqrt(401), within(1e-2));
    assertThat(scores[1]).isCloseTo(1 - 127 * Math.sqrt(401), within(1e-2));
  }

  @Test
  void model_writtenAndRead_scoresAlike() throws Exception {
    IntentModel model = IntentModel.of(BITS, weights, intercepts);
    var out = new ByteArrayOutputStream();
    model.write(out);

    IntentModel read = IntentModel.read(new ByteArrayInputStream(out.toByteArray()));

    int[] features = new Random(5).ints(70).toArray();
    assertThat(read.version()).isEqualTo(model.version());
    assertThat(read.scores(features, new double[0]))
        .isEqualTo(model.scores(features, new double[0]));
  }
}
