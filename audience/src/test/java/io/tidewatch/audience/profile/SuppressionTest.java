package io.tidewatch.audience.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.profile.Suppression.Difference;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private final Suppression suppression = new Suppression(50);

  @Test
  void partition_oneSmallCell_takesTheNextSmallestWithIt() {
    assertThat(partition(300, 7, 120, 0).toString()).isEqualTo("{1, 2}");
  }

  @Test
  void partition_smallCellsThatTogetherAreEnough_takeNoOtherWithThem() {
    assertThat(partition(300, 30, 25, 0).toString()).isEqualTo("{1, 2}");
  }

  @Test
  void partition_smallUnknown_isWithheldLikeAnyCell() {
    assertThat(partition(300, 90, 20).toString()).isEqualTo("{1, 2}");
  }

  @Test
  void partition_noUnknown_isTold() {
    assertThat(partition(300, 90, 0).isEmpty()).isTrue();
  }

  @Test
  void partition_unknown_isTheLastToGo() {
    assertThat(partition(40, 60).toString()).isEqualTo("{0, 1}");
    assertThat(partition(40, 200, 60).toString()).isEqualTo("{0, 1}");
  }

  @Test
  void partition_emptyValue_isNotToldApartFromASmallOne() {
    assertThat(partition(300, 0, 90, 60).get(1)).isTrue();
  }

  @Test
  void partition_cellThatIsSmallInWhatIsLeft_isWithheld() {
    var left = new Difference(new int[] {110, 3, 60, 0}, 173);

    assertThat(suppression
            .withheld(true, new int[] {300, 200, 250, 0}, 750, List.of(left))
            .toString())
        .isEqualTo("{1, 2}");
  }

  @Test
  void values_cellThatAllButAFewHave_isWithheld() {
    assertThat(suppression
            .withheld(false, new int[] {480, 300, 60}, 500, List.of())
            .toString())
        .isEqualTo("{0}");
  }

  @Test
  void values_cellThatAllHave_isTold() {
    assertThat(suppression.withheld(false, new int[] {500, 60}, 500, List.of()).isEmpty())
        .isTrue();
  }

  @Test
  void partition_anyTables_leaveNothingSmallToCalculate() {
    var random = new SplittableRandom(3);
    for (int trial = 0; trial < 5_000; trial++) {
      int[] group = random.ints(2 + random.nextInt(8), 0, 160).toArray();
      int[] left = Arrays.stream(group).map(n -> random.nextInt(n + 1)).toArray();
      int size = Arrays.stream(group).sum();
      var withheld = suppression.withheld(
          true, group, size, List.of(new Difference(left, Arrays.stream(left).sum())));
      for (int[] table : List.of(group, left)) {
        int hidden = withheld.stream().map(cell -> table[cell]).sum();
        if (withheld.cardinality() < table.length) {
          assertThat(hidden == 0 || hidden >= 50).as(Arrays.toString(table)).isTrue();
        }
        for (int cell = withheld.nextClearBit(0);
            cell < table.length;
            cell = withheld.nextClearBit(cell + 1)) {
          assertThat(table[cell] == 0 || table[cell] >= 50).isTrue();
        }
      }
    }
  }

  private java.util.BitSet partition(int... group) {
    return suppression.withheld(true, group, Arrays.stream(group).sum(), List.of());
  }
}
