package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a group with those that were answered before. It is refused when it and an earlier one
 * differ by fewer than k users, or when several side by side are another but for fewer than k: whoever
 * holds the answers could subtract them. Where it lies inside an earlier one or around it,
 * what is left between them can be calculated cell by cell and is given back.
 */
final class DifferencingGuard {
  private final int k;
  private final int cell;

  /**
   * @param cell users by which one group may reach out of another and still count as inside: so few
   *     do not blur what is left
   */
  DifferencingGuard(int k, int cell) {
    this.k = k;
    this.cell = cell;
  }

  /** An earlier group, by lasting numbers. */
  record Earlier(long id, Instant answeredAt, Instant asOf, UserSet members) {}

  /**
   * What was found.
   *
   * @param rule why the group is refused, if it is
   * @param left groups that a reader can calculate from it and earlier answers
   */
  record Finding(Optional<Refusal> rule, Set<UserSet> left) {
    private static Finding refused(Refusal rule) {
      return new Finding(Optional.of(rule), Set.of());
    }
  }

  /** The earlier answer to the same question: the same users before the same time. */
  static Optional<Earlier> same(UserSet group, Instant asOf, List<Earlier> earlier) {
    return earlier.stream()
        .filter(e -> e.asOf().equals(asOf) && e.members().equals(group))
        .findFirst();
  }

  Finding compare(UserSet group, List<Earlier> earlier) {
    var left = new LinkedHashSet<UserSet>();
    var inside = new ArrayList<UserSet>();
    var around = new ArrayList<UserSet>();
    var all = new ArrayList<UserSet>();
    for (Earlier e : earlier) {
      UserSet other = e.members();
      int common = group.overlap(other);
      int ours = group.size() - common;
      int theirs = other.size() - common;
      if (isFew(ours + theirs)) {
        return Finding.refused(Refusal.DIFFERENCE);
      }
      if (ours + theirs == 0) {
        continue;
      }
      all.add(other);
      if (theirs < k) {
        inside.add(other);
      }
      if (ours < k) {
        around.add(other);
      }
      if (theirs < cell) {
        left.add(group.without(other));
      } else if (ours < cell) {
        left.add(other.without(group));
      }
    }
    if (isMadeOfTwo(group, inside, left)
        || isPartOfTwo(group, around, all, left)
        || isMadeOfMany(group, inside, around, all, left)) {
      return Finding.refused(Refusal.COMBINATION);
    }
    left.remove(UserSet.EMPTY);
    return new Finding(Optional.empty(), left);
  }

  /** Whether two earlier groups side by side are the group but for a few. */
  private boolean isMadeOfTwo(UserSet group, List<UserSet> inside, Set<UserSet> left) {
    for (int i = 0; i < inside.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (isNear(group, inside.get(i), inside.get(j), left)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the group and an earlier one side by side are a third but for a few. */
  private boolean isPartOfTwo(
      UserSet group, List<UserSet> around, List<UserSet> all, Set<UserSet> left) {
    for (UserSet whole : around) {
      for (UserSet part : all) {
        if (!whole.equals(part) && isNear(whole, group, part, left)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether any number of groups side by side, this one among them, are another but for a few. */
  private boolean isMadeOfMany(
      UserSet group,
      List<UserSet> inside,
      List<UserSet> around,
      List<UserSet> all,
      Set<UserSet> left) {
    if (new SideBySide(k, inside, left).isNearly(group, 0)) {
      return true;
    }
    for (UserSet whole : around) {
      List<UserSet> parts = all.stream()
          .filter(part -> !part.equals(whole) && part.size() - part.overlap(whole) < k)
          .toList();
      int blur = group.size() - group.overlap(whole);
      if (new SideBySide(k, parts, left).isNearly(whole.without(group), blur)) {
        return true;
      }
    }
    return false;
  }

  /** Compares the counts of a whole with those of two parts, as a reader would subtract them. */
  private boolean isNear(UserSet whole, UserSet one, UserSet two, Set<UserSet> left) {
    int rest = whole.size() - one.size() - two.size();
    if (rest <= -k) {
      return false;
    }
    UserSet both = one.and(two);
    if (rest < k && isFew(whole.xor(one.xor(two)).or(both).size())) {
      return true;
    }
    if (both.size() < cell
        && one.size() - one.overlap(whole) < cell
        && two.size() - two.overlap(whole) < cell) {
      left.add(whole.without(one).without(two));
    }
    return false;
  }

  private boolean isFew(int users) {
    return users > 0 && users < k;
  }
}
