package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

  /** E = 2, V = 4: r = 2, q = ½, so P(N=n) = (n+1)/2^(n+2). */
  private final NegativeBinomial twoFour = new NegativeBinomial(2, 4);

  @Test
  void logProbability_handWorked() {
    assertThat(Math.exp(twoFour.logProbability(0))).isEqualTo(0.25, within(1e-12));
    assertThat(Math.exp(twoFour.logProbability(3))).isEqualTo(4.0 / 32, within(1e-12));
  }

  @Test
  void midTails_handWorked() {
    // P(N>=3) = 1 - 1/4 - 2/8 - 3/16 = 5/16, half of P(3) = 1/16 off
    assertThat(Math.exp(twoFour.logUpperMid(3))).isEqualTo(4.0 / 16, within(1e-12));
    assertThat(Math.exp(twoFour.logLowerMid(3))).isEqualTo(12.0 / 16, within(1e-12));
    assertThat(twoFour.midPScore(3)).isEqualTo(0.6744897501960817, within(1e-9));
    // n = 0: the upper mid-p is 1 - 1/8, its quantile -1.1503
    assertThat(twoFour.midPScore(0)).isEqualTo(-1.1503493803760079, within(1e-9));
  }

  @Test
  void midPScore_extremeTails_isFiniteAndGrows() {
    double last = Double.NEGATIVE_INFINITY;
    for (long n : new long[] {0, 1, 3, 10, 30, 100, 1000, 10_000, 1_000_000}) {
      double score = new NegativeBinomial(1e-6, 1.0000001e-6).midPScore(n);
      assertThat(score).isFinite().isGreaterThan(last);
      last = score;
    }
    assertThat(new NegativeBinomial(1e6, 6e10).midPScore(0)).isFinite().isNegative();
  }

  @Test
  void midPScore_anyMean_growsWithEveryCount() {
    for (double mean : new double[] {0.001, 0.4, 3, 47.5, 900}) {
      var n = new NegativeBinomial(mean, mean + 0.05 * mean * mean + 0.01);
      for (long i = 0; i < 3 * mean + 50; i++) {
        assertThat(n.midPScore(i + 1)).isGreaterThan(n.midPScore(i));
      }
    }
  }

  @Test
  void constructor_varianceNotAboveMean_isRefused() {
    assertThatThrownBy(() -> new NegativeBinomial(2, 2)).hasMessageContaining("variance");
    assertThatThrownBy(() -> new NegativeBinomial(0, 2)).hasMessageContaining("variance");
  }

  @Test
  void normalQuantile_ofLogTail_matchesKnownValues() {
    assertThat(NormalQuantile.ofLogUpperTail(Math.log(0.025)))
        .isEqualTo(1.959963984540054, within(1e-9));
    assertThat(NormalQuantile.ofLogUpperTail(0)).isFinite().isLessThan(-8);
    // at the seam of the two ways of computing
    assertThat(NormalQuantile.ofLogUpperTail(-599.999))
        .isEqualTo(NormalQuantile.ofLogUpperTail(-600.001), within(1e-3))
        .isLessThan(NormalQuantile.ofLogUpperTail(-600.001));
    assertThat(NormalQuantile.ofLogUpperTail(-1e9)).isEqualTo(Math.sqrt(2e9), within(0.01));
  }
}
