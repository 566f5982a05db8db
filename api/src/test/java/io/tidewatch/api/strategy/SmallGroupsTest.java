package io.tidewatch.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

  @Test
  void shown_largeGroups_standAlone() {
    assertThat(SmallGroups.shown(Map.of("a", 50L, "b", 51L), 50))
        .containsExactly(Map.entry("b", List.of("b")), Map.entry("a", List.of("a")));
  }

  @Test
  void shown_manySmallGroups_areTogether() {
    assertThat(SmallGroups.shown(Map.of("a", 90L, "b", 30L, "c", 49L), 50))
        .containsExactly(Map.entry("a", List.of("a")), Map.entry("other", List.of("b", "c")));
  }

  @Test
  void shown_oneSmallGroup_takesTheSmallestLargeOneIn() {
    assertThat(SmallGroups.shown(Map.of("a", 90L, "b", 60L, "c", 10L), 50))
        .as("else c would follow from the whole")
        .containsExactly(Map.entry("a", List.of("a")), Map.entry("other", List.of("c", "b")));
  }

  @Test
  void shown_everybodyTooFew_isNothing() {
    assertThat(SmallGroups.shown(Map.of("a", 20L, "b", 29L), 50)).isEmpty();
    assertThat(SmallGroups.shown(Map.of(), 50)).isEmpty();
  }
}
