package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.trend.Interval3;
import io.tidewatch.trend.ShareInterval;
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
  void news_handWorked() {
    // ε = ½ a day: over F = 24 the mean rises by ½; without a past it does not
    var known = new GammaPoisson(21, 252);
    assertThat(Expectation.news(24, known, 0.25, 1).mean()).isEqualTo(2.5, within(1e-12));
    assertThat(Expectation.news(24, known, 0.25, 1).variance())
        .isEqualTo(2.5 + 6.25 * 0.25 + 576 * 21 / (252.0 * 252), within(1e-12));
    assertThat(Expectation.news(24, new GammaPoisson(14, 168), 0.25, 1).mean())
        .isEqualTo(2, within(1e-12));
  }

  @Test
  void gammaPoisson_countsDecayAndWinsorise() {
    // 168 observed hours, then the window; flat profile; prior rate 0.1 an hour
    var past = new RatePast(timeline(168, 24), HourOfWeekProfile.flat(), 0.1);
    var one = new KeyCounts("k");
    one.add(0, 1, false);
    assertThat(past.priorSum()).isEqualTo(16.8, within(1e-12));
    // x = Σ α^j over 168 hours = (1 − √½)/(1 − α)
    double alpha = Math.pow(0.5, 1 / 336.0);
    assertThat(past.exposure()).isEqualTo((1 - Math.sqrt(0.5)) / (1 - alpha), within(1e-9));
    // counted in hour 0, then 167 more hours of decay
    var state = GammaPoisson.of(one, past, 0.05);
    assertThat(state.sum()).isEqualTo(16.8 + Math.pow(alpha, 167), within(1e-9));
    assertThat(state.exposure()).isEqualTo(168 + past.exposure(), within(1e-12));
    // a burst enters with E + 3·sd + 1 only: E = 16.8/168 = 0.1
    var burst = new KeyCounts("b");
    burst.add(0, 1000, false);
    double sd = Math.sqrt(0.1 + 0.01 * 0.05 + 16.8 / (168 * 168));
    assertThat(GammaPoisson.of(burst, past, 0.05).sum())
        .isEqualTo(16.8 + (0.1 + 3 * sd + 1) * Math.pow(alpha, 167), within(1e-9));
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
    assertThat(new CalendarFactor(30, 10).factor()).isEqualTo(2, within(1e-12));
    assertThat(new CalendarFactor(0, 50).factor()).isEqualTo(1);
    assertThat(new CalendarFactor(1000, 10).factor()).isEqualTo(5);
    assertThat(new CalendarFactor(30, 10).explain())
        .containsEntry("others", 30.0)
        .containsEntry("expected", 10.0)
        .containsEntry("g", 2.0);
  }

  @Test
  void dispersion_poissonKeys_staysAtTheFloorAndBurstsDoNotRaiseIt() {
    var past = new RatePast(timeline(24 * 28, 24), HourOfWeekProfile.flat(), 0.5);
    var steady = new KeyCounts("s");
    for (int d = 0; d < 28; d++) {
      steady.add(d * 24 + 5, 12, false);
    }
    assertThat(Dispersion.inverseK(new ListedCounts(List.of(steady), past.timeline()), past))
        .isEqualTo(0.05);
    var wild = new KeyCounts("w");
    for (int d = 0; d < 28; d++) {
      wild.add(d * 24 + 5, d % 2 == 0 ? 5 : 95, false);
    }
    // m = 50; the loud days enter with 50 + √(50 + 125) + 1 = 64.23:
    // ((45² + 14.23²)/2 − 50)·28/27/2500
    assertThat(Dispersion.inverseK(new ListedCounts(List.of(wild), past.timeline()), past))
        .isEqualTo(0.441, within(0.001));
    var shortPast = new RatePast(timeline(48, 24), HourOfWeekProfile.flat(), 0.5);
    assertThat(Dispersion.inverseK(new ListedCounts(List.of(), shortPast.timeline()), shortPast))
        .isEqualTo(0.05);
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
    assertThat(stage(0, 0, 0, 9)).isEqualTo(Stage.EMERGING);
    assertThat(stage(1, 1, 1, 9)).isEqualTo(Stage.RISING);
    assertThat(stage(1, 1, 6, 20)).isEqualTo(Stage.RISING);
    assertThat(stage(1, 8, 8, 8)).isEqualTo(Stage.PEAK);
    assertThat(stage(1, 20, 20, 7)).isEqualTo(Stage.FADING);
    assertThat(stage(1, 20, 20, 1)).isEqualTo(Stage.FADING);
    assertThat(stage(1, 1, 1, 1)).isEqualTo(Stage.RISING);
  }

  @Test
  void stage_overInItsLastQuarter_isFading() {
    double[] counts = {1, 1, 1, 30};
    double[] expected = {1, 1, 1, 1};
    assertThat(StageReading.of(counts, expected, 0, 0.25).stage()).isEqualTo(Stage.FADING);
    assertThat(StageReading.of(counts, expected, 2, 0.25).stage()).isEqualTo(Stage.RISING);
    // nothing of the quarter was observed: it says nothing
    assertThat(StageReading.of(counts, expected, 0, 0).stage()).isEqualTo(Stage.RISING);
  }

  @Test
  void kleinberg_explain_isTheWeightByHand() {
    // T = 6: entering costs ln 6; steps 2 to 4 count 5, 7 and 6 against 2 each
    double[] counts = {2, 2, 5, 7, 6, 1};
    double[] expected = {2, 2, 2, 2, 2, 2};
    assertThat(KleinbergBursts.of(counts, expected))
        .singleElement()
        .satisfies(b -> assertThat(b.explain())
            .hasSize(9)
            .containsEntry("s", 2.0)
            .containsEntry("γ", 1.0)
            .containsEntry("T", 6.0)
            .containsEntry("start", 2.0)
            .containsEntry("end", 5.0)
            .containsEntry("units", 18.0)
            .containsEntry("expected", 6.0)
            .hasEntrySatisfying(
                "entering", v -> assertThat(v).isEqualTo(Math.log(6), within(1e-12)))
            // units·ln 2 − expected
            .hasEntrySatisfying(
                "weight", v -> assertThat(v).isEqualTo(18 * Math.log(2) - 6, within(1e-9))));
  }

  @Test
  void stage_explain_holdsWhatDecided() {
    double[] counts = {1, 8, 8, 8};
    double[] expected = {1, 1, 1, 1};
    var reading = StageReading.of(counts, expected, 5, 0.25);
    assertThat(reading.stage()).isEqualTo(Stage.PEAK);
    assertThat(reading.explain())
        .containsEntry("steps", 4.0)
        .containsEntry("last", 8.0)
        .containsEntry("lastExpected", 1.0)
        .containsEntry("before", 17.0)
        .containsEntry("ending", 5.0)
        .containsEntry("endingExpected", 0.25)
        .containsEntry("burst.start", 1.0)
        .containsEntry("burst.end", 4.0)
        .containsEntry("slope", 0.0);
    // 20 after 8 with equal exposure: (20 − 14)/√(28·¼)
    assertThat(StageReading.of(new double[] {1, 8, 8, 20}, expected, 5, 0.25).slope())
        .isEqualTo(6 / Math.sqrt(7), within(1e-12));
    assertThat(StageReading.of(new double[] {1, 1}, new double[] {1, 1}, 1, 0).explain())
        .doesNotContainKey("burst.start");
  }

  @Test
  void growth_explain_holdsInputsRatioAndQuantiles() {
    var growth = new GrowthInterval(4, 10, 4.5, 10);
    assertThat(growth.explain())
        .containsEntry("n", 4.0)
        .containsEntry("F", 10.0)
        .containsEntry("A", 4.5)
        .containsEntry("X", 10.0)
        .containsEntry("ratio", 1.0)
        .containsEntry("freedom.now", 9.0)
        .containsEntry("freedom.base", 9.0)
        .containsEntry("mid", growth.interval().mid())
        // F(9, 9) has the same tails both ways
        .hasEntrySatisfying(
            "low", v -> assertThat(v).isEqualTo(1 / growth.interval().high(), within(1e-6)));
  }

  private static Stage stage(double... counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, 1);
    return StageReading.of(counts, expected, 5, 0.25).stage();
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
