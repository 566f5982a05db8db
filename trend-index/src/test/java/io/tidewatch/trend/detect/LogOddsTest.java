package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogOddsTest {
  @Test
  void z_workedByHand() {
    // a = 50 · 40/400 = 5; δ = ln(35/115) − ln(15/235); var = 1/35 + 1/15
    var odds = new LogOdds(30, 100, 10, 300);
    double second = Math.log(15.0 / (300 + 50 - 15));
    double delta = Math.log(35.0 / 115) - second;
    assertThat(odds.delta()).isCloseTo(delta, within(1e-12));
    assertThat(odds.z()).isCloseTo(delta / Math.sqrt(1 / 35.0 + 1 / 15.0), within(1e-12));
    assertThat(odds.lift()).isCloseTo((35.0 / 150) / (15.0 / 350), within(1e-12));
    assertThat(odds.explain()).contains("y1=30", "n2=300", "a=5.000");
  }

  @Test
  void z_sameRates_isNearZero() {
    assertThat(new LogOdds(20, 200, 100, 1000).z()).isCloseTo(0, within(1e-9));
  }

  @Test
  void z_anyCounts_isFiniteGrowsWithTheFirstAndTurnsWithTheGroups() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      long n1 = 1 + random.nextInt(1000);
      long n2 = 1 + random.nextInt(100_000);
      long y1 = random.nextLong(n1 + 1);
      long y2 = random.nextLong(n2 + 1);
      var odds = new LogOdds(y1, n1, y2, n2);
      assertThat(odds.z()).isFinite();
      assertThat(odds.lift()).isFinite().isPositive();
      assertThat(new LogOdds(y2, n2, y1, n1).z()).isCloseTo(-odds.z(), within(1e-9));
      if (y1 < n1) {
        assertThat(new LogOdds(y1 + 1, n1, y2, n2).delta()).isGreaterThan(odds.delta());
      }
    }
  }

  @Test
  void counts_outsideOfTheirGroup_areRefused() {
    assertThatThrownBy(() -> new LogOdds(2, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 of 1");
    assertThatThrownBy(() -> new LogOdds(0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
