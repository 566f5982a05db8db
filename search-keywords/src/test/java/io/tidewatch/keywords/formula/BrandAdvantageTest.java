package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BrandAdvantageTest {
  private final BrandAdvantage advantage = new BrandAdvantage(20);

  @Test
  void explain_fortyOfHundred_matchesTheHandWorkedValue() {
    // q = (100+½)/(400+2) = 0.25; s = (40+5)/(100+20) = 0.375; A = ln 1.5
    var a = advantage.explain(40, 100, 100, 400, 4);

    assertThat(a.q()).isCloseTo(0.25, within(1e-12));
    assertThat(a.s()).isCloseTo(0.375, within(1e-12));
    assertThat(a.A().mid()).isCloseTo(Math.log(1.5), within(1e-12));
    // Beta(45, 75): sd = sqrt(.375·.625/121) = .0440; normal quantiles .375 ∓ 1.645·.0440
    assertThat(a.A().lo()).isCloseTo(Math.log((0.375 - 0.0724) / 0.25), within(0.01));
    assertThat(a.A().hi()).isCloseTo(Math.log((0.375 + 0.0724) / 0.25), within(0.01));
  }

  @Test
  void explain_noOrdersOfTheKeyword_isTheCategoryShare() {
    var a = advantage.explain(0, 0, 100, 400, 4);

    assertThat(a.A().mid()).isCloseTo(0, within(1e-12));
    assertThat(a.A().lo()).isNegative();
    assertThat(a.A().hi()).isPositive();
  }

  @Test
  void explain_brandNewToTheCategory_countsAsOneMore() {
    var a = advantage.explain(0, 60, 0, 99, 1);

    assertThat(a.brands()).isEqualTo(2);
    assertThat(a.q()).isCloseTo(0.5 / 100, within(1e-12));
    assertThat(a.A().lo()).isEqualTo(Math.log(0.001));
  }

  @Test
  void explain_onlyBrandOfItsCategory_hasNoAdvantage() {
    assertThat(advantage.explain(30, 30, 50, 50, 1).A()).isNull();
  }

  @Test
  void explain_moreOrdersOfTheBrand_neverLowersA() {
    for (int all : new int[] {1, 30, 200}) {
      var before = advantage.explain(0, all, 3, 900, 12).A();
      for (int n = 1; n <= all; n++) {
        var a = advantage.explain(n, all, 3, 900, 12).A();
        assertThat(a.lo()).isGreaterThanOrEqualTo(before.lo()).isLessThanOrEqualTo(a.hi());
        assertThat(a.mid()).isGreaterThan(before.mid());
        assertThat(a.hi()).isGreaterThanOrEqualTo(before.hi());
        assertThat(Double.isFinite(a.lo()) && Double.isFinite(a.hi())).isTrue();
        before = a;
      }
    }
  }

  @Test
  void share_sameCounts_isTheOneThatIsExplained() {
    assertThat(advantage.share(7, 40, 9, 300, 5))
        .isEqualTo(advantage.explain(7, 40, 9, 300, 5).s());
  }

  @Test
  void advantage_priorNotPositive_isRefused() {
    assertThatThrownBy(() -> new BrandAdvantage(0)).hasMessageContaining("prior");
  }
}
