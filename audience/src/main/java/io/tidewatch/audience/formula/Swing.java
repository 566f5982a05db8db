package io.tidewatch.audience.formula;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How much items belong together: w(i,j) = Σ over pairs of users u &lt; v who both have i and j of
 * (a₁+|Iᵤ|)^−b · (a₁+|Iᵥ|)^−b / (a₂+|Iᵤ∩Iᵥ|). Two users who share little else say most. An item's
 * users are at most a seeded sample.
 *
 * <p>X. Yang and others, Large Scale Product Graph Construction for Recommendation in E-commerce,
 * arXiv 2010.05525 (2020).
 */
public final class Swing {
  private static final double A1 = 5;
  private static final double B = 0.3;
  private static final double A2 = 1;

  private final int mostUsers;
  private final long seed;

  /**
   * @param mostUsers of an item, at least 2; a larger number is sampled
   */
  public Swing(int mostUsers, long seed) {
    if (mostUsers < 2) {
      throw new IllegalArgumentException("mostUsers: at least 2 is required, got " + mostUsers);
    }
    this.mostUsers = mostUsers;
    this.seed = seed;
  }

  /**
   * The weight of every item with one item.
   *
   * @param users who have the item
   * @param itemsOf the items of a user, ascending
   * @param items how many items there are
   */
  public double[] weights(int[] users, ItemsOf itemsOf, int items) {
    int[] sample = sample(users);
    int[][] baskets = Arrays.stream(sample).mapToObj(itemsOf::of).toArray(int[][]::new);
    double[] weights = new double[items];
    for (int u = 0; u < baskets.length; u++) {
      for (int v = u + 1; v < baskets.length; v++) {
        add(baskets[u], baskets[v], weights);
      }
    }
    return weights;
  }

  private static void add(int[] one, int[] other, double[] weights) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    double weight = Math.pow(A1 + one.length, -B) * Math.pow(A1 + other.length, -B) / (A2 + common);
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        weights[one[i]] += weight;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private int[] sample(int[] users) {
    if (users.length <= mostUsers) {
      return users;
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[] drawn = users.clone();
    for (int i = 0; i < mostUsers; i++) {
      int j = i + random.nextInt(drawn.length - i);
      int swapped = drawn[i];
      drawn[i] = drawn[j];
      drawn[j] = swapped;
    }
    return Arrays.copyOf(drawn, mostUsers);
  }

  /** The items of a user. */
  @FunctionalInterface
  public interface ItemsOf {
    int[] of(int user);
  }
}
