package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  private static float[] ones(int n) {
    float[] weights = new float[n];
    Arrays.fill(weights, 1);
    return weights;
  }

  @Test
  void platt_marginsOffByALine_areStraightened() {
    var random = new SplittableRandom(1);
    double[] margins = new double[50_000];
    boolean[] positive = new boolean[margins.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = 4 * random.nextDouble() - 2;
      positive[i] = random.nextDouble() < Logistic.of(2 * margins[i] - 1);
    }
    var fitted = PlattCalibrator.fit(margins, positive, ones(margins.length));
    assertThat(fitted.slope()).isCloseTo(2, within(0.05));
    assertThat(fitted.intercept()).isCloseTo(-1, within(0.05));
  }

  @Test
  void platt_marginsAgainstTheLabel_keepOrderAndNearlyOneProbability() {
    double[] margins = {3, 2, 1, 0};
    boolean[] positive = {false, false, true, true};
    var fitted = PlattCalibrator.fit(margins, positive, ones(4));
    assertThat(fitted.probability(3)).isGreaterThan(fitted.probability(0));
    assertThat(fitted.probability(3)).isCloseTo(0.5, within(1e-4));
  }

  @Test
  void platt_separableMargins_staysFinite() {
    var fitted = PlattCalibrator.fit(
        new double[] {-1, -2, 1, 2}, new boolean[] {false, false, true, true}, ones(4));
    assertThat(fitted.probability(5)).isBetween(0.5, 1.0);
    assertThat(fitted.slope()).isFinite();
  }

  /** Labels by margin 0 1 | 1 0 | 1 1: the middle falls and is pooled with what is before it. */
  @Test
  void isotonic_fallingNeighbours_arePooled() {
    double[] margins = {1, 2, 3, 4, 5, 6};
    boolean[] positive = {false, true, true, false, true, true};
    var fitted = Calibrator.fit(Calibration.ISOTONIC, margins, positive, ones(6));
    double prior = 4.0 / 6;
    double pooled = (2 + prior) / 4;
    assertThat(fitted.probability(0)).isCloseTo(prior / 2, within(1e-12));
    assertThat(fitted.probability(3)).isCloseTo(pooled, within(1e-12));
    assertThat(fitted.probability(9)).isCloseTo((2 + prior) / 3, within(1e-12));
    assertThat(fitted.probability(2)).isCloseTo((prior / 2 + pooled) / 2, within(1e-12));
  }

  @Test
  void isotonic_equalMargins_areOnePool() {
    double[] margins = {7, 7, 7, 7};
    boolean[] positive = {false, true, false, false};
    var fitted = Calibrator.fit(Calibration.ISOTONIC, margins, positive, ones(4));
    assertThat(fitted.probability(7)).isCloseTo(0.25, within(1e-12));
  }
}
