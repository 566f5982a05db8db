package io.tidewatch.audience.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PriorShiftTest {

  @Test
  void shift_byHand() {
    // odds 1 and 1/4, from odds 1/4 to odds 1/16: a fourth of each
    double[] shifted = PriorShift.of(new double[] {0.5, 0.2, 0, 1}, 0.2, 1 / 17.0);

    assertThat(shifted[0]).isCloseTo(0.2, within(1e-12));
    assertThat(shifted[1]).isCloseTo(1 / 17.0, within(1e-12));
    assertThat(shifted[2]).isCloseTo(0, within(1e-12));
    assertThat(shifted[3]).isCloseTo(1, within(1e-12));
  }

  @Test
  void shift_shareWithoutOneKind_isRefused() {
    for (double share : new double[] {0, 1, Double.NaN}) {
      assertThatThrownBy(() -> PriorShift.of(new double[] {0.5}, 0.5, share))
          .hasMessage("share: above 0 and below 1 is required, got " + share);
    }
  }
}
