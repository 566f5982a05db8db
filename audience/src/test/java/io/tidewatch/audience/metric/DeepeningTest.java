package io.tidewatch.audience.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeepeningTest {
  private static final double FOUR_PLACES = 5e-5;

  @Test
  void rate_tenOfHundred_hasWilsonsInterval() {
    Interval interval = new DeepeningRate(100, 10).interval();
    assertThat(interval.mid()).isEqualTo(0.1);
    assertThat(interval.low()).isCloseTo(0.0552, within(FOUR_PLACES));
    assertThat(interval.high()).isCloseTo(0.1744, within(FOUR_PLACES));
  }

  @Test
  void rate_noneOrAll_staysInRange() {
    assertThat(new DeepeningRate(5, 0).interval().low()).isZero();
    assertThat(new DeepeningRate(5, 5).interval().high()).isEqualTo(1);
    assertThat(new DeepeningRate(1, 0).rate()).isZero();
  }

  /** Newcombe's example (a): 56 of 70 against 48 of 80. */
  @Test
  void difference_newcombesExample_isAsPublished() {
    Interval interval =
        new RelativeDeepening(new DeepeningRate(70, 56), new DeepeningRate(80, 48)).difference();
    assertThat(interval.mid()).isCloseTo(0.2, within(1e-12));
    assertThat(interval.low()).isCloseTo(0.0524, within(FOUR_PLACES));
    assertThat(interval.high()).isCloseTo(0.3339, within(FOUR_PLACES));
  }

  @Test
  void relative_twentyAgainstTen_doubles() {
    Interval interval =
        new RelativeDeepening(new DeepeningRate(100, 20), new DeepeningRate(100, 10)).relative();
    assertThat(interval.mid()).isCloseTo(1, within(1e-12));
    double half = 1.959964 * Math.sqrt(0.13);
    assertThat(interval.low()).isCloseTo(2 * Math.exp(-half) - 1, within(1e-6));
    assertThat(interval.high()).isCloseTo(2 * Math.exp(half) - 1, within(1e-6));
  }

  @Test
  void relative_nobodyMovedByTheRule_isFinite() {
    Interval interval =
        new RelativeDeepening(new DeepeningRate(10, 3), new DeepeningRate(10, 0)).relative();
    assertThat(interval.mid()).isCloseTo(3.5 / 0.5 - 1, within(1e-12));
    assertThat(interval.low()).isFinite();
    assertThat(interval.high()).isFinite();
  }

  @Test
  void rate_badCounts_areRefused() {
    assertThatThrownBy(() -> new DeepeningRate(0, 0)).hasMessageContaining("got 0 of 0");
    assertThatThrownBy(() -> new DeepeningRate(3, 4)).hasMessageContaining("got 4 of 3");
    assertThatThrownBy(() -> new DeepeningRate(3, -1)).hasMessageContaining("got -1 of 3");
  }
}
