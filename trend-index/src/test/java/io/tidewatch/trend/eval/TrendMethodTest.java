package io.tidewatch.trend.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties of every method, and each baseline worked by hand. */
class TrendMethodTest {
  private static final int DAYS = 40;
  private static final int LENGTH = DAYS * 24;

  @Test
  void scores_anyHistory_areFinite() {
    var random = new Random(3);
    var builder = new CountHistory.Builder(0, LENGTH, ZoneOffset.UTC);
    for (int i = 0; i < 2000; i++) {
      builder.see(random.nextInt(LENGTH), List.of("k" + random.nextInt(random.nextInt(1, 40))));
    }
    Past past = new Past(builder.build(), LENGTH);
    int[] keys = past.active(24);
    for (TrendMethod method : methods()) {
      for (int window : new int[] {1, 3, 24}) {
        TrendMethod.Scores scores = method.at(past, window, keys);
        for (int key : keys) {
          assertThat(scores.of(key)).as(method.name()).isFinite();
        }
      }
    }
  }

  @Test
  void scores_moreInTheWindow_areHigher() {
    for (TrendMethod method : methods()) {
      double last = Double.NEGATIVE_INFINITY;
      for (int n = 2; n < 40; n += 3) {
        double score = score(method, n);
        assertThat(score).as(method.name() + " " + n).isGreaterThan(last);
        last = score;
      }
    }
  }

  @Test
  void baselines_handWorked() {
    // one unit a day before, eight in the last day; four other documents every hour
    assertThat(score(new PlainCounts(), 8)).isEqualTo(8);
    assertThat(score(new RawGrowth(), 8)).isEqualTo(8);
    // mean 7.5/168·24; P(N ≥ 8)
    double mean = 7.5 / 7;
    double tail = 1;
    double p = Math.exp(-mean);
    for (int m = 0; m < 8; m++) {
      tail -= p;
      p *= mean / (m + 1);
    }
    assertThat(score(new WeekPoisson(), 8)).isEqualTo(-Math.log(tail), within(1e-6));
    // the EWMA of ones tends to one, its deviation to what the start left
    assertThat(score(new SigniTrend(), 8)).isBetween(5.0, 7.0);
    double in = 8 / 104.0;
    double all = 47 / (39 * 97.0 + 104);
    assertThat(score(new Jlh(), 8)).isEqualTo((in - all) * in / all, within(1e-9));
    double q = 7.5 / (7 * 97);
    assertThat(score(new KlDecayedMaximum(), 8)).isEqualTo(in * Math.log(in / q), within(1e-9));
  }

  @Test
  void past_laterHours_areRefused() {
    var history =
        new CountHistory.Builder(0, 10, ZoneOffset.UTC).see(9, List.of("k")).build();
    Past past = new Past(history, 9);
    assertThat(past.count(0, 0, 9)).isZero();
    assertThat(past.active(9)).isEmpty();
    assertThatThrownBy(() -> past.count(0, 0, 10)).hasMessageContaining("to: at most");
    assertThatThrownBy(() -> past.documents(0, 10)).hasMessageContaining("to: at most");
    assertThatThrownBy(() -> past.observed(0, 10)).hasMessageContaining("to: at most");
    assertThatThrownBy(() -> new Past(history, 11)).hasMessageContaining("now:");
  }

  @Test
  void scores_whatComesLater_changesNothing() {
    for (TrendMethod method : methods()) {
      double before = score(method, history(8, 0));
      assertThat(score(method, history(8, 500))).as(method.name()).isEqualTo(before);
    }
  }

  private static List<TrendMethod> methods() {
    var methods = new ArrayList<TrendMethod>(Baselines.all());
    methods.add(new LiveDetector(k -> null, 1));
    return methods;
  }

  private static double score(TrendMethod method, int n) {
    return score(method, history(n, 0));
  }

  private static double score(TrendMethod method, CountHistory history) {
    int key = history.numbers().getOrDefault("k", -1);
    return method.at(new Past(history, LENGTH), 24, new int[] {key}).of(key);
  }

  /** Key k once a day, then n times in hour 20 of the last day, then later ones. */
  private static CountHistory history(int n, int later) {
    var builder = new CountHistory.Builder(0, LENGTH + 24, ZoneOffset.UTC);
    for (int h = 0; h < LENGTH; h++) {
      for (int d = 0; d < 4; d++) {
        builder.see(h, List.of("other" + d));
      }
      if (h % 24 == 12 && h < LENGTH - 24) {
        builder.see(h, List.of("k"));
      }
    }
    for (int i = 0; i < n; i++) {
      builder.see(LENGTH - 4, List.of("k"));
    }
    for (int i = 0; i < later; i++) {
      builder.see(LENGTH + 1, List.of("k"));
    }
    return builder.build();
  }
}
