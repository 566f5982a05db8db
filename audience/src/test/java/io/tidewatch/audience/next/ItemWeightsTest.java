package io.tidewatch.audience.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemWeightsTest {
  /** Two users share items 1 and 2 only; a third shares item 1 with them. */
  private static final List<Set<Integer>> BASKETS =
      List.of(Set.of(1, 2), Set.of(1, 2, 3), Set.of(1, 4), Set.of(9));

  @Test
  void swing_threeUsers_countsPairsThatShareBothItems() {
    ItemWeights weights = SwingItems.of(BASKETS);
    double pair = Math.pow(7, -0.3) * Math.pow(8, -0.3) / (1 + 2);
    assertThat(weights.of(1, 2)).isCloseTo(pair, within(1e-12));
    assertThat(weights.of(2, 1)).isCloseTo(pair, within(1e-12));
    assertThat(weights.of(1, 3)).isZero();
    assertThat(weights.of(1, 4)).isZero();
    assertThat(weights.from(9)).isEmpty();
  }

  @Test
  void cosine_threeUsers_isCommonOverGeometricMean() {
    ItemWeights weights = CosineItems.of(BASKETS);
    assertThat(weights.of(1, 2)).isCloseTo(2 / Math.sqrt(3 * 2), within(1e-12));
    assertThat(weights.of(1, 4)).isCloseTo(1 / Math.sqrt(3), within(1e-12));
    assertThat(weights.of(2, 4)).isZero();
  }

  @Test
  void weights_nobody_areEmpty() {
    assertThat(SwingItems.of(List.of()).weights()).isEmpty();
    assertThat(CosineItems.of(List.of()).weights()).isEmpty();
  }
}
