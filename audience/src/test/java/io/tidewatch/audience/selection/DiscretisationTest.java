package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscretisationTest {
  @Test
  void quantiles_eightValues_cutIntoEqualParts() {
    assertThat(Discretisation.quantiles(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 4))
        .containsExactly(3, 5, 7);
    assertThat(Discretisation.quantiles(new float[] {1, 1, 1, 1, 1, 1, 7, 8}, 4))
        .containsExactly(7);
    assertThat(Discretisation.quantiles(new float[] {3, 3}, 4)).isEmpty();
  }

  @Test
  void bin_cutBelongsToTheUpperBin() {
    float[] cuts = {3, 5};
    assertThat(FeatureEncoding.bin(cuts, 2.9f)).isZero();
    assertThat(FeatureEncoding.bin(cuts, 3)).isEqualTo(1);
    assertThat(FeatureEncoding.bin(cuts, 5)).isEqualTo(2);
    assertThat(FeatureEncoding.bin(cuts, 99)).isEqualTo(2);
  }

  @Test
  void supervised_step_cutsAtTheStepOnly() {
    float[] values = new float[200];
    boolean[] positive = new boolean[200];
    for (int i = 0; i < 200; i++) {
      values[i] = i;
      positive[i] = i >= 120;
    }
    assertThat(new Discretisation.Supervised(16).cuts(values, positive)).containsExactly(120);
  }

  @Test
  void supervised_threeSteps_bestFirst() {
    float[] values = new float[400];
    boolean[] positive = new boolean[400];
    for (int i = 0; i < 400; i++) {
      values[i] = i / 10;
      positive[i] = (i >= 100 && i < 200) || i >= 300;
    }
    assertThat(new Discretisation.Supervised(16).cuts(values, positive))
        .containsExactly(10, 20, 30);
    assertThat(new Discretisation.Supervised(2).cuts(values, positive)).hasSize(1);
  }

  @Test
  void supervised_noise_isNotCut() {
    var random = new SplittableRandom(2);
    float[] values = new float[3000];
    boolean[] positive = new boolean[3000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
      positive[i] = random.nextInt(10) == 0;
    }
    assertThat(new Discretisation.Supervised(16).cuts(values, positive)).isEmpty();
  }

  /** Positives 30 and 10, others 20 and 40, half a user added to each. */
  @Test
  void information_twoLevels_byHand() {
    Information info = Information.of(new double[] {30, 10}, new double[] {20, 40}, 40, 60);
    double p = 30.5 / 41;
    double u = 20.5 / 61;
    double value = (p - u) * Math.log(p / u) + (u - p) * Math.log((1 - p) / (1 - u));
    assertThat(info.value()).isCloseTo(value, within(1e-12));
    double unit = 1.0 / 40 + 1.0 / 60;
    assertThat(info.chance()).isCloseTo(unit, within(1e-12));
    assertThat(info.spread()).isCloseTo(Math.sqrt(2) * unit, within(1e-12));
    assertThat(info.aboveChance(2)).isCloseTo(value - unit, within(1e-12));
    assertThat(Information.of(new double[] {3, 0}, new double[] {5, 0}, 3, 5).value())
        .isZero();
  }

  /** 12 of 40 and 15 of 60 differ less than noise may. */
  @Test
  void information_withinNoise_isNone() {
    assertThat(
            Information.of(new double[] {12, 28}, new double[] {15, 45}, 40, 60).aboveChance(2))
        .isZero();
  }

  @Test
  void information_noise_isNearChance() {
    var random = new SplittableRandom(8);
    double sum = 0;
    double chance = 0;
    for (int t = 0; t < 200; t++) {
      double[] positive = new double[8];
      double[] other = new double[8];
      for (int i = 0; i < 400; i++) {
        positive[random.nextInt(8)]++;
      }
      for (int i = 0; i < 4000; i++) {
        other[random.nextInt(8)]++;
      }
      Information info = Information.of(positive, other, 400, 4000);
      sum += info.value();
      chance += info.chance();
    }
    assertThat(sum / chance).isBetween(0.85, 1.15);
  }

  @Test
  void bins_outOfRange_areRefused() {
    assertThatThrownBy(() -> new Discretisation.Quantiles(1)).hasMessageContaining("got 1");
    assertThatThrownBy(() -> new Discretisation.Supervised(1001)).hasMessageContaining("1001");
  }
}
