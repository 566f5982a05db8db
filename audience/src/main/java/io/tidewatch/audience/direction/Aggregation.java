package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.UserSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings directions together. Their scores are made comparable by rank: a user whom a direction
 * reaches at (mid-)rank r of a universe of U users has the evidence −ln(r/U), 0 without; the score of
 * a user is the sum over directions. Under "this direction means nothing" r/U is uniform, so this is
 * Fisher's combination of p-values, and one excellent place counts more than several middling ones.
 *
 * <p>R. A. Fisher, Statistical Methods for Research Workers (1925), §21.1.
 */
public final class Aggregation {
  private final List<Reach> reaches;
  private final List<UserSet> reached;
  private final float[][] evidence;
  private final int[] order;
  private final float[] scores;

  private Aggregation(
      List<Reach> reaches, List<UserSet> reached, float[][] evidence, int[] order, float[] scores) {
    this.reaches = List.copyOf(reaches);
    this.reached = List.copyOf(reached);
    this.evidence = evidence;
    this.order = order;
    this.scores = scores;
  }

  /** Of all that was reached; {@code universe}: how many users may be. */
  public static Aggregation of(List<Reach> reaches, int universe) {
    int users = reaches.isEmpty() ? 0 : reaches.getFirst().users();
    float[] scores = new float[users];
    float[][] evidence = new float[reaches.size()][];
    for (int d = 0; d < evidence.length; d++) {
      evidence[d] = evidence(reaches.get(d), universe);
      for (int user = 0; user < users; user++) {
        scores[user] += evidence[d][user];
      }
    }
    return new Aggregation(
        reaches, reaches.stream().map(Reach::reached).toList(), evidence, best(scores), scores);
  }

  private static float[] evidence(Reach reach, int universe) {
    float[] own = new float[reach.users()];
    for (int user = 0; user < own.length; user++) {
      own[user] = reach.score(user);
    }
    int[] order = best(own);
    float[] evidence = new float[own.length];
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && own[order[to]] == own[order[from]]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        evidence[order[i]] = (float) Math.max(Float.MIN_NORMAL, -Math.log(rank / (universe + 1.0)));
      }
      from = to;
    }
    return evidence;
  }

  /** Users with a positive score, best first, ties by number, which is the order of ids. */
  private static int[] best(float[] scores) {
    long[] keys = new long[scores.length];
    int count = 0;
    for (int user = 0; user < scores.length; user++) {
      if (scores[user] > 0) {
        keys[count++] = ((long) -Float.floatToIntBits(scores[user]) << 32) | user;
      }
    }
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    int[] users = new int[count];
    for (int i = 0; i < count; i++) {
      users[i] = (int) sorted[i];
    }
    return users;
  }

  /** How many users any direction reaches. */
  public int size() {
    return order.length;
  }

  /** The best {@code count} users, or all there are. */
  public int[] best(int count) {
    return Arrays.copyOf(order, Math.min(count, order.length));
  }

  /** The score of a user, above 0 for who is reached. */
  public float score(int user) {
    return scores[user];
  }

  /** A user's evidence by direction, of those that reach the user, in the order of directions. */
  public Map<String, Double> directions(int user) {
    var byDirection = new LinkedHashMap<String, Double>();
    for (int d = 0; d < reaches.size(); d++) {
      if (evidence[d][user] > 0) {
        byDirection.put(reaches.get(d).direction(), (double) evidence[d][user]);
      }
    }
    return byDirection;
  }

  /** A user's evidence by the direction at a place of {@link #reaches}; 0 for who is not reached. */
  public double evidence(int direction, int user) {
    return evidence[direction][user];
  }

  public List<Reach> reaches() {
    return reaches;
  }

  /** Whom a direction reaches, among {@code users}. */
  public UserSet reached(int direction, UserSet users) {
    return reached.get(direction).and(users);
  }
}
