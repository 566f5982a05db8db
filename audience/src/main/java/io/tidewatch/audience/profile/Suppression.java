package io.tidewatch.audience.profile;

import java.util.BitSet;
import java.util.List;

/**
 * Decides which cells of a dimension are withheld. A cell is withheld when it is small in the group
 * (primary), or in what is left when an earlier answer is subtracted; further ones are withheld
 * (secondary) until what is withheld together cannot be calculated from the total as a small number.
 *
 * <p>After the cell suppression of Hundepool and others, Statistical Disclosure Control (2012),
 * chapter 4.
 */
final class Suppression {
  private final int least;

  /** {@code least}: users that a told cell must have. */
  Suppression(int least) {
    this.least = least;
  }

  /**
   * Places of withheld cells.
   *
   * @param group users of the group by cell, the unknown last
   * @param size users of the group
   * @param differences the same for groups that a reader can calculate
   */
  BitSet withheld(boolean partition, int[] group, int size, List<Difference> differences) {
    var withheld = new BitSet(group.length);
    for (int cell = 0; cell < group.length; cell++) {
      boolean none = cell == group.length - 1 && group[cell] == 0;
      if (group[cell] < least && !none) {
        withheld.set(cell);
      }
      if (!partition && isSmall(size - group[cell])) {
        withheld.set(cell);
      }
      for (Difference difference : differences) {
        int users = difference.counts[cell];
        if (isSmall(users) || (!partition && isSmall(difference.size - users))) {
          withheld.set(cell);
        }
      }
    }
    if (partition) {
      while (isCalculable(withheld, group)
          || differences.stream().anyMatch(d -> isCalculable(withheld, d.counts))) {
        withheld.set(next(withheld, group));
      }
    }
    return withheld;
  }

  /** Users of a group that can be calculated, by cell. */
  static final class Difference {
    private final int[] counts;
    private final int size;

    /** {@code size}: users in all. */
    Difference(int[] counts, int size) {
      this.counts = counts;
      this.size = size;
    }
  }

  private boolean isSmall(int users) {
    return users > 0 && users < least;
  }

  /** Whether all withheld cells together are a small number while some are told. */
  private boolean isCalculable(BitSet withheld, int[] counts) {
    return withheld.cardinality() < counts.length
        && isSmall(withheld.stream().map(cell -> counts[cell]).sum());
  }

  /** The smallest cell that is told; the unknown only when nothing else is left. */
  private static int next(BitSet withheld, int[] group) {
    int unknown = group.length - 1;
    int smallest = unknown;
    for (int cell = 0; cell < unknown; cell++) {
      if (!withheld.get(cell) && (smallest == unknown || group[cell] < group[smallest])) {
        smallest = cell;
      }
    }
    return smallest;
  }
}
