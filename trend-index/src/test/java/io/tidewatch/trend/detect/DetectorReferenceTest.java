package io.tidewatch.trend.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.trend.Interval3;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Detectors against a second computation from their definitions, made with the quantiles, gamma
 * functions and solvers of another library (SciPy 1.17).
 */
class DetectorReferenceTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void levelShift_unevenExposureAndAHole_isAsReferred() {
    double[] counts = {3, 5, 2, 4, 6, 3, 4, 5, 2, 4, 11, 14, 9, 12, 13, 10, 15, 11, 12, 9};
    double[] exposure = new double[20];
    Arrays.setAll(exposure, t -> t == 4 ? 0 : t % 3 == 0 ? 0.5 : 1.25);

    LevelShift shift = LevelShift.of(counts, exposure).orElseThrow();

    assertThat(shift.since()).isEqualTo(9);
    assertThat(shift.before()).isCloseTo(3.6774193548387095, CLOSE);
    assertThat(shift.after()).isCloseTo(11.209302325581396, CLOSE);
    assertThat(shift.dispersion()).isCloseTo(1.5384324859011087, CLOSE);
    assertThat(shift.evidence()).isCloseTo(8.127099305189478, CLOSE);
  }

  @Test
  void slowClimb_oneLoudDayAndAHole_isAsReferred() {
    double[] counts = {
      2, 3, 1, 4, 2, 3, 5, 2, 4, 3, 6, 4, 3, 5, 7, 4, 6, 5, 8, 6, 5, 9, 7, 6, 8, 10, 7, 9, 11, 25
    };
    double[] exposure = rhythm();
    exposure[12] = 0;

    SlowClimb climb = SlowClimb.of(counts, exposure).orElseThrow();

    assertThat(climb.slope()).isCloseTo(0.05260707245242369, CLOSE);
    assertThat(climb.error()).isCloseTo(0.009489053677505813, CLOSE);
    assertThat(climb.dispersion()).isEqualTo(1);
    assertThat(climb.steps()).isEqualTo(29);
    Interval3 week = climb.growth(7);
    assertThat(week.low()).isCloseTo(1.295624446061584, CLOSE);
    assertThat(week.mid()).isCloseTo(1.44520258239495, CLOSE);
    assertThat(week.high()).isCloseTo(1.6120493176166542, CLOSE);
  }

  @Test
  void slowClimb_wildCounts_takeTheirDispersionIn() {
    double[] counts = {
      2, 9, 0, 7, 1, 8, 3, 0, 10, 2, 9, 1, 12, 0, 8, 3, 14, 1, 9, 4, 16, 2, 11, 5, 18, 3, 12, 6, 20,
      4
    };

    SlowClimb climb = SlowClimb.of(counts, rhythm()).orElseThrow();

    assertThat(climb.slope()).isCloseTo(0.03128808806914694, CLOSE);
    assertThat(climb.dispersion()).isCloseTo(3.514029909659256, CLOSE);
    assertThat(climb.error()).isCloseTo(0.01607074840730259, CLOSE);
    assertThat(climb.explain().get("lower"))
        .isCloseTo(Math.log(1.03456227530003) / 7, within(1e-8));
    assertThat(climb.climbs()).isTrue();
  }

  @Test
  void leadLag_holeAndSeason_isAsReferred() {
    double[] first = new double[40];
    Arrays.setAll(first, t -> (t * 7919 + 13) % 23 + (t % 7 == 5 ? 5 : 0));
    double[] second = new double[40];
    Arrays.setAll(second, t -> (t >= 2 ? 2 * first[t - 2] : 3) + t * 31 % 5);
    double[] holed = first.clone();
    holed[17] = Double.NaN;

    LeadLag found = LeadLag.of(holed, second, 7, 4, 1).orElseThrow();

    assertThat(found.lag()).isEqualTo(2);
    assertThat(found.correlation()).isCloseTo(0.9445293434385266, CLOSE);
    assertThat(found.steps()).isEqualTo(35);
    assertThat(found.convincing()).isTrue();
  }

  @Test
  void profile_unevenHours_isAsReferred() {
    HourOfWeekProfile profile = uneven();

    assertThat(profile.at(0)).isCloseTo(0.5068362867037028, CLOSE);
    assertThat(profile.at(50)).isCloseTo(0.5078021761869952, CLOSE);
    assertThat(profile.at(99)).isCloseTo(0.6703440998047431, CLOSE);
    assertThat(profile.at(167)).isCloseTo(0.8829056328390905, CLOSE);
  }

  /** 1970 began on a Thursday: hour i is slot 72 + i. */
  @Test
  void ratePast_rhythm_weighsEachHour() {
    HourOfWeekProfile profile = uneven();
    var past = new RatePast(timeline(48, 6), profile, 0.5);

    double exposure = 0;
    for (int i = 0; i < 48; i++) {
      assertThat(past.past(i)).isEqualTo(profile.at(72 + i));
      exposure = exposure * Math.pow(0.5, 1 / 336.0) + profile.at(72 + i);
    }
    double window = 0;
    for (int i = 48; i < 54; i++) {
      assertThat(past.window(i)).isEqualTo(profile.at(72 + i));
      window += profile.at(72 + i);
    }
    assertThat(past.exposure()).isCloseTo(exposure, CLOSE);
    assertThat(past.windowExposure()).isCloseTo(window, CLOSE);
    assertThat(past.priorSum()).isEqualTo(84);
  }

  @Test
  void gammaPoisson_burstAfterAQuietUnit_isCutAtWhatWasKnownThen() {
    var past = new RatePast(timeline(168, 24), HourOfWeekProfile.flat(), 0.1);
    var counts = new KeyCounts("k");
    counts.add(10, 2, false);
    counts.add(100, 30, false);

    var state = GammaPoisson.of(counts, past, 0.05);

    assertThat(state.sum()).isCloseTo(19.880745529864765, CLOSE);
    assertThat(state.exposure()).isCloseTo(310.12517664328664, CLOSE);
  }

  @Test
  void dispersion_ofAShortWindow_isAsReferred() {
    var past = new RatePast(timeline(48, 6), HourOfWeekProfile.flat(), 0.5);
    KeyCounts one = counts(new int[][] {{1, 4}, {8, 1}, {13, 6}, {20, 2}, {27, 9}, {40, 3}});
    KeyCounts other = counts(new int[][] {{2, 1}, {14, 1}, {33, 5}, {45, 8}});

    assertThat(Dispersion.inverseK(new ListedCounts(List.of(one, other), past.timeline()), past))
        .isCloseTo(0.3248179087072935, CLOSE);
  }

  @Test
  void growth_fDistribution_isAsReferred_andStopsAtTheLimit() {
    Interval3 growth = GrowthInterval.of(3, 24, 6, 72);
    assertThat(growth.low()).isCloseTo(0.48955479639285565, within(1e-7));
    assertThat(growth.mid()).isCloseTo(1.6789968191671574, within(1e-7));
    assertThat(growth.high()).isCloseTo(5.098376813269591, within(1e-6));
    Interval3 thin = GrowthInterval.of(2, 24, 0.05, 72);
    assertThat(thin.low()).isCloseTo(21.656827882932493, within(1e-4));
    assertThat(thin.mid()).isCloseTo(11005822.448216887, within(10.0));
    assertThat(thin.high()).isEqualTo(GrowthInterval.LIMIT);
  }

  @Test
  void normalQuantile_ofLogTails_isAsReferred() {
    assertThat(NormalQuantile.ofLogUpperTail(-0.1)).isCloseTo(-1.3096177994584925, CLOSE);
    assertThat(NormalQuantile.ofLogUpperTail(-50)).isCloseTo(9.674825283612355, CLOSE);
    assertThat(NormalQuantile.ofLogUpperTail(-300)).isCloseTo(24.326438906565585, CLOSE);
    assertThat(NormalQuantile.ofLogUpperTail(-700)).isCloseTo(37.295079632647415, CLOSE);
  }

  private static HourOfWeekProfile uneven() {
    double[] counts = new double[168];
    double[] hours = new double[168];
    Arrays.setAll(counts, s -> s == 50 ? 0 : s * 37 % 29 + s % 24);
    Arrays.setAll(hours, s -> s == 50 ? 0 : 2 + s % 3);
    return HourOfWeekProfile.of(counts, hours);
  }

  private static double[] rhythm() {
    double[] exposure = new double[30];
    Arrays.setAll(exposure, t -> t % 7 == 5 ? 1.3 : 1);
    return exposure;
  }

  private static KeyCounts counts(int[][] hours) {
    var counts = new KeyCounts("k");
    for (int[] hour : hours) {
      counts.add(hour[0], hour[1], false);
    }
    return counts;
  }

  private static Timeline timeline(int pastHours, int windowHours) {
    return new Timeline(
        0,
        pastHours * Timeline.HOUR,
        (pastHours + windowHours) * Timeline.HOUR,
        ZoneOffset.UTC,
        h -> true);
  }
}
