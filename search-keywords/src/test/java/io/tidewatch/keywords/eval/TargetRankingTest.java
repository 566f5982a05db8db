package io.tidewatch.keywords.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TargetRankingTest {
  private static final int[] ONCE = {1, 1, 1, 1};

  @Test
  void buyers_amongTheBest() {
    var ranking = new TargetRanking(
        new double[] {0.1, 0.9, 0.5, 0.7}, new boolean[] {true, true, false, false});
    assertThat(ranking.buyers(1, ONCE)).isEqualTo(1);
    assertThat(ranking.buyers(3, ONCE)).isEqualTo(1);
    assertThat(ranking.buyers(4, ONCE)).isEqualTo(2);
    assertThat(ranking.buyers(0.5, ONCE)).isEqualTo(0.5);
  }

  @Test
  void equalScores_shareTheirPlaces() {
    var ranking = new TargetRanking(
        new double[] {-1, -1, -1, 0.7}, new boolean[] {true, false, false, false});
    assertThat(ranking.buyers(2, ONCE)).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void weights_standForUsersThatWereDrawnSeveralTimesOrNever() {
    var ranking =
        new TargetRanking(new double[] {3, 2, 1, 0}, new boolean[] {false, true, true, false});
    assertThat(ranking.buyers(2, new int[] {0, 3, 1, 0})).isEqualTo(2);
    assertThat(ranking.buyers(4, new int[] {0, 3, 1, 0})).isEqualTo(4);
  }

  @Test
  void nobody_hasNoBuyers() {
    assertThat(new TargetRanking(new double[0], new boolean[0]).buyers(1, new int[0]))
        .isZero();
  }
}
