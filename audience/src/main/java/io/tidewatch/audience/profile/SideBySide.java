package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Looks for answered groups, however many, that side by side are a whole but for a few users: the
 * whole less all of them would be these few. Gives up, and says yes, when there are too many ways to
 * lay them out. One use an instance; not thread-safe.
 */
final class SideBySide {
  private static final int MOST_STEPS = 5_000;

  private final int k;
  private final List<UserSet> parts;
  private final long[] sizes;
  private final Set<UserSet> left;
  private int steps;

  /**
   * @param parts that may be laid out
   * @param left takes what remains of the whole on the way
   */
  SideBySide(int k, List<UserSet> parts, Set<UserSet> left) {
    this.k = k;
    this.parts = parts.stream()
        .distinct()
        .sorted(Comparator.comparingInt(UserSet::size).reversed())
        .toList();
    this.left = left;
    this.sizes = new long[this.parts.size() + 1];
    for (int i = this.parts.size() - 1; i >= 0; i--) {
      sizes[i] = sizes[i + 1] + this.parts.get(i).size();
    }
  }

  /**
   * Whether some parts make up the rest of a whole but for 1 to k − 1 users.
   *
   * @param rest of the whole
   * @param blur users who are counted once too often by what was laid out before
   */
  boolean isNearly(UserSet rest, int blur) {
    return isNearly(0, rest, blur);
  }

  private boolean isNearly(int from, UserSet rest, int blur) {
    int few = rest.size() + blur;
    if (few > 0 && few < k) {
      return true;
    }
    for (int i = from; i < parts.size() && sizes[i] > rest.size() - k; i++) {
      if (++steps > MOST_STEPS) {
        return true;
      }
      UserSet part = parts.get(i);
      int more = blur + part.size() - part.overlap(rest);
      if (more < k) {
        UserSet remaining = rest.without(part);
        left.add(remaining);
        if (isNearly(i + 1, remaining, more)) {
          return true;
        }
      }
    }
    return false;
  }
}
