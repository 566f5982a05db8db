package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadLagTest {
  private final Random random = new Random(2);

  @Test
  void of_copyThreeDaysLater_isFound() {
    double[] talk = noise(120);
    double[] sales = new double[120];
    Arrays.setAll(sales, t -> t < 3 ? 20 : 5 + 2 * talk[t - 3]);
    assertThat(LeadLag.of(talk, sales, 7, 10, 1)).hasValueSatisfying(l -> {
      assertThat(l.lag()).isEqualTo(3);
      assertThat(l.correlation()).isGreaterThan(0.9);
      assertThat(l.convincing()).isTrue();
      assertThat(l.explain()).containsEntry("lag", 3.0).containsEntry("placebo", l.placebo());
    });
    assertThat(LeadLag.of(sales, talk, 7, 10, 1).orElseThrow().lag()).isEqualTo(-3);
  }

  @Test
  void of_sharedSeasonOnly_isNotConvincing() {
    int convincing = 0;
    for (int round = 0; round < 40; round++) {
      double[] one = noise(112);
      double[] other = noise(112);
      for (int t = 0; t < 112; t++) {
        one[t] *= t % 7 > 4 ? 5 : 1;
        other[t] *= t % 7 > 4 ? 5 : 1;
      }
      convincing += LeadLag.of(one, other, 7, 7, round).orElseThrow().convincing() ? 1 : 0;
    }
    // 5 % are to be expected
    assertThat(convincing).isLessThanOrEqualTo(6);
  }

  @Test
  void of_holesAndShortSeries_sayLittleOrNothing() {
    double[] talk = noise(60);
    double[] holes = talk.clone();
    Arrays.fill(holes, 5, 50, Double.NaN);
    assertThat(LeadLag.of(talk, holes, 7, 3, 1)).isEmpty();
    assertThat(LeadLag.of(new double[0], new double[0], 7, 3, 1)).isEmpty();
    assertThat(LeadLag.of(new double[60], talk, 7, 3, 1))
        .hasValueSatisfying(l -> assertThat(l.convincing()).isFalse());
    assertThatThrownBy(() -> LeadLag.of(talk, holes, 0, 3, 1)).hasMessageContaining("series:");
  }

  private double[] noise(int length) {
    double[] noise = new double[length];
    Arrays.setAll(noise, t -> 5 + random.nextInt(30));
    return noise;
  }
}
