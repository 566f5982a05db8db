package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Users to learn from: positives and others who are merely unlabelled. A user may stand there twice
 * with other weights. Immutable.
 */
public final class Sample {
  private final UserTable table;
  private final int[] users;
  private final boolean[] positive;
  private final float[] weights;
  private final double unlabelledRate;

  private Sample(
      UserTable table, int[] users, boolean[] positive, float[] weights, double unlabelledRate) {
    this.table = table;
    this.users = users;
    this.positive = positive;
    this.weights = weights;
    this.unlabelledRate = unlabelledRate;
  }

  /**
   * A sample of a table's users.
   *
   * @param users their numbers in the table
   * @param positive per entry: whether it is a positive
   * @param weights per entry: positive and finite
   * @param unlabelledRate share of all unlabelled users that is kept here, above 0 and at most 1
   * @throws IllegalArgumentException when lengths differ or a value is out of range
   */
  public static Sample of(
      UserTable table, int[] users, boolean[] positive, float[] weights, double unlabelledRate) {
    if (users.length != positive.length || users.length != weights.length) {
      throw new IllegalArgumentException("sample: one label and weight an entry is required, got "
          + positive.length + " and " + weights.length + " for " + users.length);
    }
    for (int i = 0; i < users.length; i++) {
      if (users[i] < 0 || users[i] >= table.size()) {
        throw new IllegalArgumentException(
            "sample: a user below " + table.size() + " is required, got " + users[i]);
      }
      if (!(weights[i] > 0 && Float.isFinite(weights[i]))) {
        throw new IllegalArgumentException(
            "sample: a positive weight is required, got " + weights[i] + " at entry " + i);
      }
    }
    if (!(unlabelledRate > 0 && unlabelledRate <= 1)) {
      throw new IllegalArgumentException(
          "unlabelledRate: above 0 and at most 1 is required, got " + unlabelledRate);
    }
    return new Sample(table, users.clone(), positive.clone(), weights.clone(), unlabelledRate);
  }

  /**
   * All users of a table, each with weight 1.
   *
   * @param positive one a user
   * @throws IllegalArgumentException when lengths differ
   */
  public static Sample all(UserTable table, boolean[] positive) {
    float[] weights = new float[table.size()];
    Arrays.fill(weights, 1);
    return of(table, IntStream.range(0, table.size()).toArray(), positive, weights, 1);
  }

  /** Raw features. */
  public UserTable table() {
    return table;
  }

  /** Entries. */
  public int size() {
    return users.length;
  }

  /** Entries that are positives. */
  public int positives() {
    int count = 0;
    for (boolean each : positive) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** User of an entry. */
  public int user(int entry) {
    return users[entry];
  }

  /** Whether an entry is a positive. */
  public boolean positive(int entry) {
    return positive[entry];
  }

  /** Weight of an entry. */
  public float weight(int entry) {
    return weights[entry];
  }

  /** Share of all unlabelled users that is kept here. */
  public double unlabelledRate() {
    return unlabelledRate;
  }

  /**
   * The same entries over another table with the same users.
   *
   * @throws IllegalArgumentException when it has another number of users
   */
  public Sample over(UserTable other) {
    if (other.size() != table.size()) {
      throw new IllegalArgumentException(
          "table: " + table.size() + " users are required, got " + other.size());
    }
    return new Sample(other, users, positive, weights, unlabelledRate);
  }

  /** The users' numbers, by entry. */
  public int[] users() {
    return users.clone();
  }

  /** The labels, by entry. */
  boolean[] labels() {
    return positive.clone();
  }

  /** The weights, by entry. */
  float[] weights() {
    return weights.clone();
  }

  /** The entries at given places, in that order. */
  Sample at(int[] entries) {
    int[] someUsers = new int[entries.length];
    boolean[] some = new boolean[entries.length];
    float[] someWeights = new float[entries.length];
    for (int i = 0; i < entries.length; i++) {
      someUsers[i] = users[entries[i]];
      some[i] = positive[entries[i]];
      someWeights[i] = weights[entries[i]];
    }
    return new Sample(table, someUsers, some, someWeights, unlabelledRate);
  }

  /** The same entries with other labels and weights. */
  Sample labelled(boolean[] labels, float[] otherWeights) {
    return new Sample(table, users, labels, otherWeights, unlabelledRate);
  }
}
