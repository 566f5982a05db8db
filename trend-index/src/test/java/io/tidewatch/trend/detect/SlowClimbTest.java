package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlowClimbTest {
  private final Random random = new Random(5);

  @Test
  void of_exactExponential_findsItsSlope() {
    double[] counts = new double[56];
    Arrays.setAll(counts, t -> 10 * Math.exp(0.01 * t));
    assertThat(SlowClimb.of(counts, ones(56))).hasValueSatisfying(c -> {
      assertThat(c.slope()).isEqualTo(0.01, within(1e-6));
      assertThat(c.climbs()).isTrue();
      assertThat(c.growth(7).mid()).isEqualTo(Math.exp(0.07), within(1e-6));
      assertThat(c.growth(7).low()).isLessThan(c.growth(7).mid());
      assertThat(c.explain().get("lower")).isPositive();
    });
  }

  @Test
  void of_risingRhythm_isNoSlope() {
    double[] rhythm = new double[56];
    Arrays.setAll(rhythm, t -> 1 + t / 20.0);
    double[] counts = new double[56];
    Arrays.setAll(counts, t -> 8 * rhythm[t]);
    assertThat(SlowClimb.of(counts, rhythm))
        .hasValueSatisfying(c -> assertThat(c.slope()).isEqualTo(0, within(1e-6)));
  }

  @Test
  void of_flatNoise_seldomClimbs() {
    int climbing = 0;
    for (int round = 0; round < 300; round++) {
      double[] counts = new double[56];
      Arrays.setAll(counts, t -> random.nextInt(9));
      climbing += SlowClimb.of(counts, ones(56)).orElseThrow().climbs() ? 1 : 0;
    }
    // 5 % are to be expected
    assertThat(climbing).isBetween(3, 30);
  }

  @Test
  void of_oneLoudDay_isNoClimb() {
    double[] counts = new double[56];
    Arrays.fill(counts, 4);
    counts[52] = 200;
    assertThat(SlowClimb.of(counts, ones(56)).orElseThrow().climbs()).isFalse();
  }

  @Test
  void of_tooLittle_saysNothing() {
    assertThat(SlowClimb.of(new double[56], ones(56))).isEmpty();
    assertThat(SlowClimb.of(ones(20), ones(20))).isEmpty();
    assertThatThrownBy(() -> SlowClimb.of(ones(3), ones(2))).hasMessageContaining("exposure:");
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
