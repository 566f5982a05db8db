package io.tidewatch.corpora.simulator;

import java.util.List;
import java.util.Map;

/**
 * A person with tastes nobody sees.
 *
 * @param number 0-based
 * @param handle the name under which the person posts
 * @param activity factor of the mean number of visits
 * @param posting factor of the mean number of posts
 * @param interests by shelf, summing to 1
 * @param favourites shelf to the numbers of preferred stalls
 * @param budget natural logarithm of price over the category's median
 */
record Shopper(
    int number,
    String id,
    String author,
    String handle,
    double activity,
    double posting,
    long followers,
    Weights interests,
    Map<Integer, List<Integer>> favourites,
    double budget,
    Map<String, String> attributes) {

  private static final double FAVOUR = 4;

  Shopper {
    favourites = Map.copyOf(favourites);
    attributes = Map.copyOf(attributes);
  }

  /** Whether the person cares for the category at all. */
  boolean cares(int shelf) {
    return favourites.containsKey(shelf);
  }

  /** What is left of {@code shares} by stall once the person's preferences weigh in. */
  double[] lean(int shelf, Weights shares) {
    double[] leaning = shares.toArray();
    List<Integer> preferred = favourites.getOrDefault(shelf, List.of());
    for (int stall : preferred) {
      leaning[stall] *= FAVOUR;
    }
    return leaning;
  }
}
