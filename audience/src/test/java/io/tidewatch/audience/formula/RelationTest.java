package io.tidewatch.audience.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelationTest {

  @Test
  void rule_byHand() {
    // 30 of 40 users of X are among the 100 of 400 users of Y
    AssociationRule rule = AssociationRule.of(30, 40, 100, 400);

    assertThat(rule.support()).isCloseTo(0.075, within(1e-12));
    assertThat(rule.confidence()).isCloseTo(0.75, within(1e-12));
    assertThat(rule.lift()).isCloseTo(3, within(1e-12));
    // Wilson by hand: (0.75 + 0.048018 − 0.142297·…)/(1.096036)
    assertThat(rule.low()).isCloseTo(0.59806, within(1e-4));
    assertThat(rule.holds(1.2)).isTrue();
    assertThat(rule.certainty()).isCloseTo((rule.low() - 0.25) / 0.75, within(1e-12));
  }

  @Test
  void rule_fewUsersOrLittleLift_doesNotHold() {
    assertThat(AssociationRule.of(2, 4, 100, 400).holds(1.2)).isFalse();
    assertThat(AssociationRule.of(1100, 4000, 10_000, 40_000).holds(1.2)).isFalse();
    assertThat(AssociationRule.of(100, 100, 400, 400).certainty()).isZero();
    assertThat(rule(3, 0.5, 0.4).holds(3)).isFalse();
    assertThat(rule(3.1, 0.4, 0.4).holds(3)).isFalse();
    assertThat(rule(3.1, 0.41, 0.4).holds(3)).isTrue();
  }

  private static AssociationRule rule(double lift, double low, double share) {
    return new AssociationRule(0.1, 0.6, low, lift, share);
  }

  @Test
  void rule_countsThatCannotBe_areRefused() {
    for (int[] counts : new int[][] {{5, 4, 100, 400}, {0, 0, 1, 9}, {0, 1, 0, 9}, {1, 1, 9, 8}}) {
      assertThatThrownBy(() -> AssociationRule.of(counts[0], counts[1], counts[2], counts[3]))
          .hasMessageContaining("both");
    }
    assertThat(AssociationRule.of(1, 1, 1, 1).confidence()).isEqualTo(1);
    assertThatThrownBy(() -> new Swing(1, 1)).hasMessageContaining("at least 2 is required, got 1");
  }

  @Test
  void wilson_coversItsShareAndStaysWithinBounds() {
    assertThat(Wilson.low(0, 10, Wilson.Z95)).isZero();
    assertThat(Wilson.high(10, 10, Wilson.Z95)).isCloseTo(1, within(1e-12));
    assertThat(Wilson.high(0, 10, Wilson.Z95)).isCloseTo(0.2775, within(1e-4));
    assertThat(Wilson.low(1, 1, Wilson.Z95)).isCloseTo(0.2065, within(1e-4));
    assertThatThrownBy(() -> Wilson.low(2, 1, 1)).hasMessageContaining("hits");
    assertThatThrownBy(() -> Wilson.low(0, 0, 1)).hasMessageContaining("at least 1 trial");
  }

  @Test
  void jaccard_byHand() {
    Jaccard jaccard = Jaccard.of(20, 50, 30, 600);

    assertThat(jaccard.jaccard()).isCloseTo(20 / 60.0, within(1e-12));
    assertThat(jaccard.overlap()).isCloseTo(20 / 30.0, within(1e-12));
    assertThat(jaccard.lift()).isCloseTo(20 * 600 / 1500.0, within(1e-12));
    assertThat(Jaccard.of(0, 0, 5, 10).jaccard()).isZero();
  }

  @Test
  void swing_byHand() {
    int[][] items = {{0, 1}, {0, 1, 2}, {0, 2}};

    double[] weights = new Swing(300, 1).weights(new int[] {0, 1, 2}, u -> items[u], 3);

    double two = Math.pow(7, -0.3);
    double three = Math.pow(8, -0.3);
    // users 0 and 1 share {0,1}; 1 and 2 share {0,2}; 0 and 2 share {0}
    assertThat(weights[1]).isCloseTo(two * three / 3, within(1e-12));
    assertThat(weights[2]).isCloseTo(two * three / 3, within(1e-12));
    assertThat(weights[0]).isCloseTo(2 * two * three / 3 + two * two / 2, within(1e-12));
  }

  @Test
  void swing_moreUsersThanTheSample_isSeededAndBounded() {
    var random = new Random(3);
    int[][] items = IntStream.range(0, 2000)
        .mapToObj(u -> random.ints(3, 0, 9).distinct().sorted().toArray())
        .toArray(int[][]::new);
    int[] users = IntStream.range(0, 2000).toArray();

    double[] once = new Swing(50, 5).weights(users, u -> items[u], 9);

    assertThat(new Swing(50, 5).weights(users, u -> items[u], 9)).isEqualTo(once);
    assertThat(new Swing(50, 6).weights(users, u -> items[u], 9)).isNotEqualTo(once);
    assertThat(once).hasSize(9).contains(once[0]);
  }
}
