package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewKeyTest {

  @Test
  void certainty_moreUnitsOrLongerSilence_isHigher() {
    double last = 0;
    for (int n = 1; n < 12; n++) {
      double certainty = new NewKey(n, 24, 240, 0).certainty();
      assertThat(certainty).isGreaterThan(last).isLessThanOrEqualTo(1);
      last = certainty;
    }
    assertThat(new NewKey(1, 24, 2000, 0).certainty())
        .isGreaterThan(new NewKey(1, 24, 50, 0).certainty());
  }

  @Test
  void rate_handWorked() {
    // Gamma(½, X): its 95 % quantile is χ²₁(0.95)/(2X) = 3.8415/(2X)
    assertThat(new NewKey(3, 24, 100, 0).allowed()).isEqualTo(3.841459 / 200, within(1e-6));
    var rate = new NewKey(3, 24, 100, 0).rate();
    assertThat(rate.low()).isLessThan(3 / 24.0);
    assertThat(rate.high()).isGreaterThan(3 / 24.0);
    assertThat(rate.mid()).isBetween(rate.low(), rate.high());
  }

  @Test
  void certainty_withoutAPast_isNone() {
    var key = new NewKey(50, 24, 0, 7);
    assertThat(key.certainty()).isZero();
    assertThat(key.explain().values()).allMatch(Double::isFinite);
    assertThat(key.explain()).containsEntry("certainty", 0.0).containsEntry("firstHour", 7.0);
    assertThatThrownBy(() -> new NewKey(0, 24, 1, 0)).hasMessageContaining("new key:");
  }
}
