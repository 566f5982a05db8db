package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OwnershipTest {
  private final Ownership ownership = new Ownership();

  @Test
  void explain_noOrders_isTheArcsineQuantile() {
    // Beta(½, ½) is the arcsine law: its p-quantile is sin²(πp/2).
    assertThat(ownership.explain("b", 0, 0).shareLow())
        .isCloseTo(Math.pow(Math.sin(Math.PI * 0.05 / 2), 2), within(1e-6));
  }

  @Test
  void explain_oneOfOne_matchesTheClosedForm() {
    // Beta(3/2, 1/2) has the distribution function (2/π)(asin √x − √(x(1−x))).
    double x = ownership.explain("b", 1, 1).shareLow();
    assertThat(2 / Math.PI * (Math.asin(Math.sqrt(x)) - Math.sqrt(x * (1 - x))))
        .isCloseTo(0.05, within(1e-6));
  }

  @Test
  void explain_shareAtTheBoundary_ownsOnlyWhenTheLowerBoundReachesHalf() {
    assertThat(ownership.explain("b", 50, 100).owns()).isFalse();
    assertThat(ownership.explain("b", 57, 100).owns()).isFalse();
    assertThat(ownership.explain("b", 60, 100).owns()).isTrue();
    assertThat(ownership.explain("b", 60, 100).shareLow()).isGreaterThanOrEqualTo(0.5);
  }
}
