package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.feature.InterestConfig;
import io.tidewatch.audience.formula.BenjaminiHochberg;
import io.tidewatch.audience.formula.LogOdds;
import io.tidewatch.audience.formula.Tgi;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulasTest {

  @Test
  void tgi_publishedExample_isOneHundredThirtyFourPointEight() {
    Tgi tgi = Tgi.of(89, 1000, 660, 10_000, 50);

    assertThat(tgi.tgi()).isCloseTo(134.8, within(0.05));
    // Beta(89 + 3.3, 911 + 46.7): mean .08790, sd .00873; 5 % quantile near .0740
    assertThat(tgi.low()).isCloseTo(100 * 0.0740 / 0.066, within(0.6));
    assertThat(tgi.high()).isCloseTo(100 * 0.1027 / 0.066, within(0.6));
  }

  @Test
  void tgi_nobodyOfTheBase_hasNoValue() {
    assertThat(Tgi.of(0, 100, 0, 1000, 50)).isEqualTo(new Tgi(null, null, null));
    assertThat(Tgi.of(0, 0, 10, 1000, 50)).isEqualTo(new Tgi(null, null, null));
  }

  @Test
  void tgi_everybodyOfTheBase_isHundredWithoutABound() {
    assertThat(Tgi.of(100, 100, 1000, 1000, 50)).isEqualTo(new Tgi(100.0, null, null));
  }

  @Test
  void logOdds_thirtyOfHundredAgainstOneInTen_matchesTheHandWorkedValue() {
    // base 1000 with 120 carriers: a = 50·.12 = 6; target 30 of 100, rest 90 of 900
    // δ = ln(36/114) − ln(96/854); var = 1/36 + 1/96
    LogOdds odds = LogOdds.of(30, 100, 120, 1000, 50);

    assertThat(odds.delta()).isCloseTo(Math.log(36.0 / 114) - Math.log(96.0 / 854), within(1e-12));
    assertThat(odds.z()).isCloseTo(1.03295 / Math.sqrt(1 / 36.0 + 1 / 96.0), within(1e-3));
    assertThat(odds.p()).isBetween(1e-8, 1e-6);
  }

  @Test
  void logOdds_nothingToCompare_hasNoValue() {
    assertThat(LogOdds.of(5, 100, 50, 100, 50)).isNull();
    assertThat(LogOdds.of(0, 0, 50, 100, 50)).isNull();
    assertThat(LogOdds.of(10, 10, 100, 100, 50)).isNull();
  }

  @Test
  void logOdds_anyCounts_isFiniteAndTurnsSignWithTheShares() {
    var random = new Random(5);
    for (int round = 0; round < 500; round++) {
      int base = 10 + random.nextInt(1000);
      int target = 1 + random.nextInt(base - 1);
      int carriers = 1 + random.nextInt(base - 1);
      int least = Math.max(0, carriers - (base - target));
      int most = Math.min(target, carriers);
      int inTarget = least + random.nextInt(most - least + 1);
      LogOdds odds = LogOdds.of(inTarget, target, carriers, base, 50);
      double lead = (double) inTarget / target - (double) carriers / base;
      assertThat(Double.isFinite(odds.z())).isTrue();
      assertThat(odds.p()).isBetween(0.0, 1.0);
      if (Math.abs(lead) > 1e-9) {
        assertThat(Math.signum(odds.delta())).isEqualTo(Math.signum(lead));
      }
    }
  }

  @Test
  void adjust_fourValues_matchesTheHandWorkedOnes() {
    // ascending .01 .02 .03 .40 → ·4/1 .04, ·4/2 .04, ·4/3 .04, ·4/4 .40
    assertThat(BenjaminiHochberg.adjust(new double[] {0.03, 0.40, 0.01, 0.02}))
        .containsExactly(new double[] {0.04, 0.40, 0.04, 0.04}, within(1e-12));
    assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
  }

  @Test
  void weight_afterOneHalfLife_isHalf() {
    var weight = new InterestConfig.ActionWeight(4, 30);

    assertThat(weight.at(0)).isEqualTo(4);
    assertThat(weight.at(30)).isEqualTo(2);
    assertThat(weight.at(-3)).isEqualTo(4);
  }
}
