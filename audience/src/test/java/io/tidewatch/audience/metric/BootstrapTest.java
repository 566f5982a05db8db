package io.tidewatch.audience.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void interval_shareOfHundred_isNearTheNormalOne() {
    double[] scores = new double[400];
    boolean[] target = new boolean[400];
    for (int i = 0; i < 100; i++) {
      target[i] = true;
    }
    Interval interval = new Bootstrap(2000, 5).of(Ranking.of(scores, target), Ranking::baseRate);
    double half = 1.96 * Math.sqrt(0.25 * 0.75 / 400);
    assertThat(interval.mid()).isEqualTo(0.25);
    assertThat(interval.low()).isCloseTo(0.25 - half, within(0.006));
    assertThat(interval.high()).isCloseTo(0.25 + half, within(0.006));
  }

  @Test
  void interval_resamplesWithoutAValue_areLeftOut() {
    Ranking two = Ranking.of(new double[] {1, 0}, new boolean[] {true, false});
    Interval interval = new Bootstrap(500, 2)
        .of(two, r -> r.positives() == 1 ? 7 : r.positives() == 2 ? 3 : Double.NaN);
    assertThat(interval).isEqualTo(new Interval(3, 7, 7));
  }

  @Test
  void interval_fewResamples_standsBetweenThem() {
    var counts = new int[1];
    // on the users themselves 0, then 1 to 21: 2.5 % of the way is half way from 1 to 2
    Interval interval = new Bootstrap(21, 2).of(noisy(1), r -> counts[0]++);
    assertThat(interval).isEqualTo(new Interval(1.5, 0, 20.5));
  }

  @Test
  void interval_sameSeed_isTheSame() {
    Ranking ranking = noisy(0.5);
    Bootstrap first = new Bootstrap(50, 1);
    assertThat(first.of(ranking, r -> PredictTa.at(r, 0.1).precision()))
        .isEqualTo(new Bootstrap(50, 1).of(ranking, r -> PredictTa.at(r, 0.1).precision()))
        .isNotEqualTo(new Bootstrap(50, 2).of(ranking, r -> PredictTa.at(r, 0.1).precision()));
  }

  @Test
  void interval_figureWithoutValue_isRefused() {
    assertThatThrownBy(() -> new Bootstrap(20, 1).of(noisy(1), r -> Double.NaN))
        .hasMessageContaining("figure: a value");
    assertThatThrownBy(() -> new Bootstrap(3, 1)).hasMessageContaining("at least 20");
  }

  @Test
  void monotone_informativeScore_holds() {
    var check = MonotonePrecision.check(List.of(noisy(3)), new Bootstrap(100, 9));
    assertThat(check.holds()).isTrue();
    assertThat(check.table()).hasSize(5);
  }

  @Test
  void monotone_bestUsersAreWrong_falls() {
    double[] scores = new double[5000];
    boolean[] target = new boolean[5000];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = -i;
      target[i] = i >= 50 && i < 500;
    }
    var check = MonotonePrecision.check(List.of(Ranking.of(scores, target)), new Bootstrap(100, 9));
    assertThat(check.holds()).isFalse();
    assertThat(check.falls()).extracting(MonotonePrecision.Fall::small).containsExactly(0.01, 0.05);
  }

  private static Ranking noisy(double signal) {
    var random = new SplittableRandom(3);
    double[] scores = new double[3000];
    boolean[] target = new boolean[3000];
    for (int i = 0; i < scores.length; i++) {
      target[i] = random.nextDouble() < 0.2;
      scores[i] = random.nextGaussian() + (target[i] ? signal : 0);
    }
    return Ranking.of(scores, target);
  }
}
