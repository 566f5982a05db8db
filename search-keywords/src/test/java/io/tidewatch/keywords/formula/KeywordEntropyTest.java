package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KeywordEntropyTest {
  private final KeywordEntropy entropy = new KeywordEntropy(30);

  @Test
  void explain_fortyOfSeventy_matchesTheHandWorkedValue() {
    // u = 4/7, 2/7, 1/7; Σu² = 21/49; Σ(1/3−u)² = 21/49 − 1/3 = 2/21
    // λ = (28/49)/(69·2/21) = 0.0869565; p = .550725, .289855, .159420
    var e = entropy.explain(40, 20, 10);

    assertThat(e.orders()).isEqualTo(70);
    assertThat(e.brands()).isEqualTo(3);
    assertThat(e.lambda()).isCloseTo(0.0869565, within(1e-6));
    double h = -(0.5507246 * Math.log(0.5507246)
        + 0.2898551 * Math.log(0.2898551)
        + 0.1594203 * Math.log(0.1594203));
    assertThat(e.E()).isCloseTo(h / Math.log(3), within(1e-6));
    assertThat(e.nEff()).isCloseTo(Math.exp(h), within(1e-5));
    assertThat(e.hhi())
        .isCloseTo(
            0.5507246 * 0.5507246 + 0.2898551 * 0.2898551 + 0.1594203 * 0.1594203, within(1e-6));
    // delta method: (Σp ln²p − H²)/n under the root, over ln K
    double logSquares = 0.5507246 * Math.pow(Math.log(0.5507246), 2)
        + 0.2898551 * Math.pow(Math.log(0.2898551), 2)
        + 0.1594203 * Math.pow(Math.log(0.1594203), 2);
    assertThat(e.spread())
        .isCloseTo(Math.sqrt((logSquares - h * h) / 70) / Math.log(3), within(1e-6));
  }

  @Test
  void explain_oneBrandHasAll_isNotShrunkAndZero() {
    var e = entropy.explain(50, 0, 0, 0);

    assertThat(e.lambda()).isZero();
    assertThat(e.E()).isZero();
    assertThat(e.nEff()).isEqualTo(1.0);
    assertThat(e.hhi()).isEqualTo(1.0);
  }

  @Test
  void explain_equalShares_isOne() {
    assertThat(entropy.explain(10, 10, 10, 10).E()).isCloseTo(1, within(1e-12));
    assertThat(entropy.explain(10, 10, 10, 10).nEff()).isCloseTo(4, within(1e-9));
  }

  @Test
  void explain_tooFewOrdersOrBrands_hasNoValue() {
    assertThat(entropy.explain(29, 0).E()).isNull();
    assertThat(entropy.explain(30, 0).E()).isNotNull();
    assertThat(entropy.explain(500).E()).isNull();
    assertThat(entropy.explain().nEff()).isNull();
  }

  @Test
  void explain_fewOrdersOfAnOpenWord_readsOpenWhereThePlugInReadsOwned() {
    long[] open = new long[50];
    open[3] = 1;
    open[9] = 1;
    open[40] = 1;

    assertThat(new KeywordEntropy(2).explain(open).E()).isGreaterThan(0.9);
    assertThat(Math.log(3) / Math.log(50)).isCloseTo(0.28, within(0.01));
  }

  @Test
  void explain_anyCounts_isFiniteWithinBoundsAndIgnoresOrder() {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      long[] counts =
          random.ints(2 + random.nextInt(40), 0, 60).mapToLong(i -> i).toArray();
      counts[0] += 30;
      var e = entropy.explain(counts);
      long[] turned = counts.clone();
      for (int i = 0; i < turned.length; i++) {
        turned[i] = counts[counts.length - 1 - i];
      }
      assertThat(e.E()).isBetween(0.0, 1.0);
      assertThat(e.lambda()).isBetween(0.0, 1.0);
      assertThat(e.nEff()).isBetween(1.0 - 1e-9, counts.length + 1e-9);
      assertThat(entropy.explain(turned)).isEqualTo(e);
    }
  }

  @Test
  void entropy_minimumBelowTwo_isRefused() {
    assertThatThrownBy(() -> new KeywordEntropy(1)).hasMessageContaining("minOrders");
  }
}
