package io.tidewatch.audience.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundingTest {
  @Test
  void keyed_multiple_staysAsItIs() {
    assertThat(LongStream.range(0, 1000).mapToInt(key -> Rounding.keyed(130, 10, key)))
        .containsOnly(130);
  }

  @Test
  void keyed_sameCell_isAlwaysRoundedAlike() {
    assertThat(Rounding.keyed(137, 10, 42)).isEqualTo(Rounding.keyed(137, 10, 42));
  }

  @Test
  void keyed_manyCells_areRoundedByLessThanAStepAndRightOnAverage() {
    double[] sum = new double[1];
    LongStream.range(0, 20_000).forEach(key -> {
      int rounded = Rounding.keyed(137, 10, key);
      assertThat(rounded).isIn(130, 140);
      sum[0] += rounded;
    });
    assertThat(sum[0] / 20_000).isCloseTo(137, within(0.2));
  }

  @Test
  void nearest_middle_goesUp() {
    assertThat(Rounding.nearest(149, 100)).isEqualTo(100);
    assertThat(Rounding.nearest(150, 100)).isEqualTo(200);
    assertThat(Rounding.nearest(24, 50)).isZero();
  }

  @Test
  void baseAndGroup_subtracted_neverShowThatFewButSomeAreLeft() {
    ProfileConfig config = ProfileConfig.DEFAULT;
    // What a reader knows of two told numbers: base within half a step, group within a step.
    int narrowest = config.baseCellStep() - 1 + 2 * (config.step() - 1);
    assertThat(narrowest).isGreaterThanOrEqualTo(config.cell() - 1);
    assertThat(config.baseStep() - 1 + 2 * (config.step() - 1))
        .isGreaterThanOrEqualTo(config.group() - 1);
  }
}
