package io.tidewatch.audience.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {
  private static final double TINY = 1e-12;
  private static final double[] P = {0.9, 0.8, 0.15, 0.12, 1.0};
  private static final boolean[] Y = {true, false, false, true, true};

  @Test
  void brier_fiveUsers_isMeanSquare() {
    assertThat(BrierScore.of(P, Y))
        .isCloseTo((0.01 + 0.64 + 0.0225 + 0.7744 + 0) / 5, within(TINY));
  }

  @Test
  void calibrationError_fiveUsers_weighsBins() {
    // Bins: 0.9 and 1.0 (mean 0.95, both in), 0.8 (out), 0.15 and 0.12 (mean 0.135, one in).
    assertThat(CalibrationError.of(P, Y))
        .isCloseTo(2.0 / 5 * 0.05 + 1.0 / 5 * 0.8 + 2.0 / 5 * 0.365, within(TINY));
  }

  @Test
  void probabilities_badInput_isRefused() {
    assertThatThrownBy(() -> BrierScore.of(new double[] {1.2}, new boolean[1]))
        .hasMessageContaining("0 to 1 is required, got 1.2 for user 0");
    assertThatThrownBy(() -> CalibrationError.of(new double[] {Double.NaN}, new boolean[1]))
        .hasMessageContaining("got NaN");
    assertThatThrownBy(() -> CalibrationError.of(new double[0], new boolean[0]))
        .hasMessageContaining("at least one user");
  }
}
