package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.trend.Interval3;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each formula of the detector worked by hand. */
class DetectorFormulasTest {

  @Test
  void expectation_handWorked() {
    // F = 24, A = 6, X = 72: E = 2; V = 2 + 4·0.25 + 576·6/5184
    var e = Expectation.of(24, new GammaPoisson(6, 72), 0.25, 1);
    assertThat(e.mean()).isEqualTo(2, within(1e-12));
    assertThat(e.variance()).isEqualTo(3 + 2.0 / 3, within(1e-12));
    var loud = Expectation.of(24, new GammaPoisson(6, 72), 0.25, 2);
    assertThat(loud.mean()).isEqualTo(4, within(1e-12));
    assertThat(loud.variance()).isEqualTo(4 + 4 + 4 * 2.0 / 3, within(1e-12));
  }

  @Test
  void gammaPoisson_countsDecayAndWinsorise() {
    // 168 observed hours, then the window; flat profile; prior rate 0.1 an hour
    var past = new RatePast(timeline(168, 24), HourOfWeekProfile.flat(), 0.1);
    var one = new KeyCounts("k");
    one.add(0, 1, false);
    assertThat(past.priorSum()).isEqualTo(7.2, within(1e-12));
    // x = Σ α^j over 168 hours = (1 − ½)/(1 − α)
    double alpha = Math.pow(0.5, 1 / 168.0);
    assertThat(past.exposure()).isEqualTo(0.5 / (1 - alpha), within(1e-9));
    // counted in hour 0, then 167 more hours of decay
    var state = GammaPoisson.of(one, past, 0.05);
    assertThat(state.sum()).isEqualTo(7.2 + Math.pow(alpha, 167), within(1e-9));
    assertThat(state.exposure()).isEqualTo(72 + past.exposure(), within(1e-12));
    // a burst enters with E + 3·sd + 1 only: E = 7.2/72 = 0.1
    var burst = new KeyCounts("b");
    burst.add(0, 1000, false);
    double sd = Math.sqrt(0.1 + 0.01 * 0.05 + 7.2 / (72 * 72));
    assertThat(GammaPoisson.of(burst, past, 0.05).sum())
        .isEqualTo(7.2 + (0.1 + 3 * sd + 1) * Math.pow(alpha, 167), within(1e-9));
  }

  @Test
  void ratePast_unobservedHours_neitherCountNorDecay() {
    var all = new RatePast(timeline(100, 24), HourOfWeekProfile.flat(), 0.1);
    var holes = new Timeline(
        0,
        200 * Timeline.HOUR,
        224 * Timeline.HOUR,
        java.time.ZoneOffset.UTC,
        h -> h % 2 == 0 || h >= 200);
    var half = new RatePast(holes, HourOfWeekProfile.flat(), 0.1);
    assertThat(half.observed()).isEqualTo(100);
    assertThat(half.exposure()).isEqualTo(all.exposure(), within(1e-9));
  }

  @Test
  void growth_oneToThree_isNotTripled() {
    // three units in 24 h after a past of one in 72 h
    Interval3 growth = GrowthInterval.of(3, 24, 1, 72);
    assertThat(growth.low()).isLessThan(3);
    assertThat(growth.mid()).isBetween(8.0, 20.0);
    assertThat(growth.high()).isGreaterThan(50);
    // F(2n+1, 2A) with equal halves has median 1: n = 4 over A = 4.5, same exposure
    assertThat(GrowthInterval.of(4, 10, 4.5, 10).mid()).isEqualTo(1, within(1e-6));
  }

  @Test
  void growth_thinPast_staysFinite() {
    for (double a : new double[] {1e-9, 1e-4, 0.3, 50, 1e6}) {
      Interval3 g = GrowthInterval.of(1000, 24, a, 72);
      assertThat(g.low()).isFinite().isNotNegative();
      assertThat(g.mid()).isBetween(g.low(), g.high());
      assertThat(g.high()).isLessThanOrEqualTo(GrowthInterval.LIMIT);
    }
  }

  @Test
  void profile_dayRhythm_isFoundAndMeanOne() {
    double[] counts = new double[168];
    double[] hours = new double[168];
    Arrays.fill(hours, 4);
    for (int s = 0; s < 168; s++) {
      counts[s] = s % 24 >= 12 ? 4000 : 400;
    }
    var profile = HourOfWeekProfile.of(counts, hours);
    double sum = 0;
    for (int s = 0; s < 168; s++) {
      sum += profile.at(s);
    }
    assertThat(sum / 168).isEqualTo(1, within(1e-9));
    assertThat(profile.at(18) / profile.at(6)).isBetween(8.0, 10.5);
    assertThat(profile.at(18)).isEqualTo(profile.at(42), within(1e-6));
  }

  @Test
  void profile_fewCounts_isNearlyFlatAndUnobservedSlotsFollow() {
    double[] counts = new double[168];
    double[] hours = new double[168];
    counts[5] = 1;
    Arrays.fill(hours, 0, 100, 1);
    var profile = HourOfWeekProfile.of(counts, hours);
    for (int s = 0; s < 168; s++) {
      assertThat(profile.at(s)).isBetween(0.9, 1.1);
    }
    assertThat(HourOfWeekProfile.of(new double[168], hours).at(7)).isEqualTo(1);
  }

  @Test
  void calendarFactor_isClipped() {
    assertThat(CalendarFactor.of(30, 10)).isEqualTo(2, within(1e-12));
    assertThat(CalendarFactor.of(0, 50)).isEqualTo(1);
    assertThat(CalendarFactor.of(1000, 10)).isEqualTo(5);
  }

  @Test
  void dispersion_poissonKeys_staysAtTheFloorAndBurstsDoNotRaiseIt() {
    var past = new RatePast(timeline(24 * 28, 24), HourOfWeekProfile.flat(), 0.5);
    var steady = new KeyCounts("s");
    for (int d = 0; d < 28; d++) {
      steady.add(d * 24 + 5, 12, false);
    }
    assertThat(Dispersion.inverseK(List.of(steady), past)).isEqualTo(0.05);
    var wild = new KeyCounts("w");
    for (int d = 0; d < 28; d++) {
      wild.add(d * 24 + 5, d % 2 == 0 ? 5 : 95, false);
    }
    // m = 50, s² = 45²: (2025·28/27 − 50·28/27)/2500
    assertThat(Dispersion.inverseK(List.of(wild), past)).isEqualTo(0.819, within(0.001));
    var shortPast = new RatePast(timeline(48, 24), HourOfWeekProfile.flat(), 0.5);
    assertThat(Dispersion.inverseK(List.of(), shortPast)).isEqualTo(0.05);
  }

  @Test
  void share_jeffreys_handWorked() {
    Interval3 share = ShareInterval.of(3, 10);
    assertThat(share.mid()).isEqualTo(0.3, within(1e-12));
    assertThat(share.low()).isBetween(0.11, 0.13);
    assertThat(share.high()).isBetween(0.55, 0.58);
    assertThat(ShareInterval.of(0, 0).low()).isLessThan(0.01);
    assertThat(ShareInterval.of(0, 5).low()).isZero();
    assertThat(ShareInterval.of(5, 5).high()).isEqualTo(1);
    assertThatThrownBy(() -> ShareInterval.of(6, 5)).hasMessageContaining("k:");
  }

  @Test
  void kleinberg_raisedStretch_isTheBurst() {
    double[] counts = new double[50];
    double[] expected = new double[50];
    Arrays.fill(expected, 2);
    Arrays.fill(counts, 2);
    Arrays.fill(counts, 20, 30, 8);
    assertThat(KleinbergBursts.of(counts, expected)).singleElement().satisfies(b -> {
      assertThat(b.start()).isEqualTo(20);
      assertThat(b.end()).isEqualTo(30);
      // each step saves 8·ln 2 − 2
      assertThat(b.weight()).isEqualTo(10 * (8 * Math.log(2) - 2), within(1e-9));
    });
    Arrays.fill(counts, 2);
    assertThat(KleinbergBursts.of(counts, expected)).isEmpty();
    assertThat(KleinbergBursts.of(new double[0], new double[0])).isEmpty();
  }

  @Test
  void stage_followsBurstAndSlope() {
    double[] expected = new double[96];
    Arrays.fill(expected, 1);
    assertThat(stage(expected, 90, 96, 5, 9)).isEqualTo(Stage.EMERGING);
    assertThat(stage(expected, 60, 96, 3, 12)).isEqualTo(Stage.RISING);
    assertThat(stage(expected, 60, 96, 8, 8)).isEqualTo(Stage.PEAK);
    assertThat(stage(expected, 60, 96, 14, 3)).isEqualTo(Stage.FADING);
    assertThat(stage(expected, 60, 80, 8, 8)).isEqualTo(Stage.FADING);
  }

  private static Stage stage(double[] expected, int from, int to, int first, int second) {
    double[] counts = new double[expected.length];
    Arrays.fill(counts, 1);
    Arrays.fill(counts, from, (from + to) / 2, first);
    Arrays.fill(counts, (from + to) / 2, to, second);
    return Stage.of(counts, expected, 24);
  }

  private static Timeline timeline(int pastHours, int windowHours) {
    return new Timeline(
        0,
        pastHours * Timeline.HOUR,
        (pastHours + windowHours) * Timeline.HOUR,
        java.time.ZoneOffset.UTC,
        h -> true);
  }
}
