package io.tidewatch.audience.metric;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Users by score, best first, with who of them entered the target. Users of an equal score form one
 * group without an order. Immutable.
 */
public final class Ranking {
  /** Group of each user; 0 is the best. */
  private final int[] group;

  private final boolean[] hit;
  private final double[] users;
  private final double[] hits;

  private Ranking(int[] group, boolean[] hit, double[] users, double[] hits) {
    this.group = group;
    this.hit = hit;
    this.users = users;
    this.hits = hits;
  }

  /**
   * Ranks users.
   *
   * @param scores one finite number a user, the more the better
   * @param target whether the user entered the target
   * @throws IllegalArgumentException when nobody is there, lengths differ or a score is not finite
   */
  public static Ranking of(double[] scores, boolean[] target) {
    if (scores.length == 0 || scores.length != target.length) {
      throw new IllegalArgumentException(
          "scores: one score a user and at least one user are required, got " + scores.length
              + " scores for " + target.length + " users");
    }
    Integer[] order = order(scores);
    int[] group = new int[scores.length];
    int groups = 0;
    double last = 0;
    for (int i = 0; i < order.length; i++) {
      int user = order[i];
      groups += i == 0 || scores[user] != last ? 1 : 0;
      last = scores[user];
      group[user] = groups - 1;
    }
    int[] once = new int[scores.length];
    Arrays.fill(once, 1);
    return counted(group, target.clone(), groups, once);
  }

  /** The same users drawn with replacement, as many as there are. */
  public Ranking resampled(RandomGenerator random) {
    int[] times = new int[group.length];
    for (int i = 0; i < times.length; i++) {
      times[random.nextInt(times.length)]++;
    }
    return counted(group, hit, users.length, times);
  }

  private static Ranking counted(int[] group, boolean[] hit, int groups, int[] times) {
    double[] users = new double[groups];
    double[] hits = new double[groups];
    for (int i = 0; i < group.length; i++) {
      users[group[i]] += times[i];
      hits[group[i]] += hit[i] ? times[i] : 0;
    }
    return new Ranking(group, hit, users, hits);
  }

  /** User numbers by score, descending. */
  private static Integer[] order(double[] scores) {
    Integer[] boxed = new Integer[scores.length];
    for (int i = 0; i < boxed.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            "scores: a finite number is required, got " + scores[i] + " for user " + i);
      }
      boxed[i] = i;
    }
    Arrays.sort(boxed, (a, b) -> Double.compare(scores[b] + 0.0, scores[a] + 0.0));
    return boxed;
  }

  /** Users ranked. */
  public int size() {
    return group.length;
  }

  /** Users who entered the target. */
  public double positives() {
    return Arrays.stream(hits).sum();
  }

  /** Share of users who entered the target, 0 to 1. */
  public double baseRate() {
    return positives() / size();
  }

  /** Groups of equal score, best first. */
  int groups() {
    return users.length;
  }

  /** Users of a group. */
  double users(int index) {
    return users[index];
  }

  /** Users of a group who entered the target. */
  double hits(int index) {
    return hits[index];
  }

  /**
   * Expected hits among the best {@code size} users; the group that the cut goes through gives its
   * share.
   */
  double hitsWithin(double size) {
    double left = size;
    double sum = 0;
    for (int g = 0; g < users.length && left > 0; g++) {
      if (users[g] > 0) {
        double taken = Math.min(left, users[g]);
        sum += hits[g] * taken / users[g];
        left -= taken;
      }
    }
    return sum;
  }
}
