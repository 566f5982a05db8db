package io.tidewatch.audience.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
  private static final double TINY = 1e-12;

  /** Ten users; the target stands at ranks 1, 3, 4 and 8. */
  private final Ranking ten = Ranking.of(
      new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
      new boolean[] {false, false, true, false, false, false, true, true, false, true});

  private final Ranking tied =
      Ranking.of(new double[] {7, 7, 7, 7}, new boolean[] {true, false, false, false});

  @Test
  void predictTa_tenUsers_countsTheBest() {
    PredictTa best = PredictTa.at(ten, 0.1);
    assertThat(best).isEqualTo(new PredictTa(0.1, 1, 1, 1, 0.4, 2.5));
    assertThat(PredictTa.at(ten, 0.3).precision()).isCloseTo(2.0 / 3, within(TINY));
    assertThat(PredictTa.at(ten, 1).lift()).isCloseTo(1, within(TINY));
  }

  @Test
  void predictTa_shareOfLessThanOneUser_takesOne() {
    assertThat(PredictTa.table(List.of(ten)))
        .extracting(PredictTa::size)
        .containsExactly(1, 1, 1, 1, 1);
  }

  @Test
  void predictTa_severalRankings_takesTheShareOfEach() {
    PredictTa both = PredictTa.at(List.of(ten, tied), 0.3);
    // three of ten with two hits, one of four equal ones with a fourth of a hit
    assertThat(both.size()).isEqualTo(4);
    assertThat(both.hits()).isCloseTo(2.25, within(TINY));
    assertThat(both.baseRate()).isCloseTo(5.0 / 14, within(TINY));
    assertThatThrownBy(() -> PredictTa.at(List.of(), 0.3)).hasMessageContaining("got none");
  }

  @Test
  void predictTa_cutThroughTies_countsByExpectation() {
    assertThat(PredictTa.at(tied, 0.5).hits()).isCloseTo(0.5, within(TINY));
    Ranking half = Ranking.of(new double[] {9, 5, 5, 5}, new boolean[] {true, true, false, false});
    assertThat(PredictTa.at(half, 0.5).hits()).isCloseTo(1 + 1.0 / 3, within(TINY));
  }

  @Test
  void predictTa_minusZeroAndZero_areEqualScores() {
    Ranking zeros = Ranking.of(new double[] {-0.0, 0.0}, new boolean[] {true, false});
    assertThat(PredictTa.at(zeros, 0.5).hits()).isCloseTo(0.5, within(TINY));
  }

  @Test
  void predictTa_nobodyInTarget_hasNoLift() {
    PredictTa none = PredictTa.at(Ranking.of(new double[] {1, 2}, new boolean[] {false, false}), 1);
    assertThat(none.lift()).isZero();
    assertThat(none.precision()).isZero();
  }

  @Test
  void predictTa_shareOutOfRange_isRefused() {
    for (double share : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> PredictTa.at(ten, share))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("share: above 0 and at most 1 is required, got " + share);
    }
  }

  @Test
  void newTaRecall_tenUsers_isShareOfTheTarget() {
    assertThat(NewTaRecall.at(ten, 0.3)).isCloseTo(0.5, within(TINY));
    assertThat(NewTaRecall.at(ten, 1)).isCloseTo(1, within(TINY));
    assertThat(NewTaRecall.at(Ranking.of(new double[] {1, 2}, new boolean[] {false, false}), 1))
        .isNull();
  }

  @Test
  void rocAuc_tenUsers_isShareOfOrderedPairs() {
    assertThat(RocAuc.of(ten)).isCloseTo(18.0 / 24, within(TINY));
    assertThat(RocAuc.of(tied)).isCloseTo(0.5, within(TINY));
    assertThat(RocAuc.of(Ranking.of(new double[] {1}, new boolean[] {true}))).isNull();
    assertThat(RocAuc.of(Ranking.of(new double[] {1}, new boolean[] {false}))).isNull();
  }

  @Test
  void averagePrecision_tenUsers_isMeanPrecisionAtHits() {
    assertThat(AveragePrecision.of(ten))
        .isCloseTo((1 + 2.0 / 3 + 3.0 / 4 + 4.0 / 8) / 4, within(TINY));
    assertThat(AveragePrecision.of(tied)).isCloseTo(0.25, within(TINY));
    assertThat(AveragePrecision.of(Ranking.of(new double[] {1}, new boolean[] {false})))
        .isNull();
  }

  @Test
  void areaUnderLift_tenUsers_isHalfTheShareAndTheRestOfAuc() {
    assertThat(AreaUnderLift.of(ten)).isCloseTo(0.4 / 2 + 0.6 * 0.75, within(TINY));
    assertThat(AreaUnderLift.of(tied)).isCloseTo(0.5, within(TINY));
    assertThat(AreaUnderLift.of(Ranking.of(new double[] {1}, new boolean[] {false})))
        .isNull();
  }

  @Test
  void ranking_badInput_isRefused() {
    assertThatThrownBy(() -> Ranking.of(new double[0], new boolean[0]))
        .hasMessageContaining("at least one user");
    assertThatThrownBy(() -> Ranking.of(new double[1], new boolean[2]))
        .hasMessageContaining("got 1 scores for 2 users");
    assertThatThrownBy(() -> Ranking.of(new double[] {1, Double.NaN}, new boolean[2]))
        .hasMessageContaining("got NaN for user 1");
  }
}
