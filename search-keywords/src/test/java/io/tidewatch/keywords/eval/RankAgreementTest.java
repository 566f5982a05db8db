package io.tidewatch.keywords.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankAgreementTest {
  @Test
  void spearman_handWorked() {
    // ranks 0 1 2 3 against 1 0 3 2: 1 − 6·4/(4·15)
    assertThat(RankAgreement.spearman(new double[] {1, 2, 3, 9}, new double[] {20, 10, 40, 30}))
        .isCloseTo(0.6, within(1e-12));
    assertThat(RankAgreement.spearman(new double[] {1, 2, 3}, new double[] {9, 4, 1}))
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void kendall_handWorked() {
    // four pairs agree, two differ
    assertThat(RankAgreement.kendall(new double[] {1, 2, 3, 9}, new double[] {20, 10, 40, 30}))
        .isCloseTo(2.0 / 6, within(1e-12));
    // one of three pairs is equal in b
    assertThat(RankAgreement.kendall(new double[] {1, 2, 3}, new double[] {1, 1, 2}))
        .isCloseTo(2 / Math.sqrt(3 * 2), within(1e-12));
  }

  @Test
  void equalNumbers_shareTheirRank() {
    assertThat(RankAgreement.spearman(new double[] {1, 1, 2}, new double[] {1, 2, 3}))
        .isCloseTo(Math.sqrt(3) / 2, within(1e-12));
  }

  @Test
  void flatList_agreesWithNothing() {
    assertThat(RankAgreement.spearman(new double[] {5, 5}, new double[] {1, 2})).isZero();
    assertThat(RankAgreement.kendall(new double[] {5, 5}, new double[] {1, 2})).isZero();
  }
}
