package io.tidewatch.audience.next;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Swing: two items are close when pairs of users who share them share little else: w(i,j) = Σ over
 * u &lt; v in Uᵢ∩Uⱼ of (a₁+|Iᵤ|)^−b · (a₁+|Iᵥ|)^−b / (a₂+|Iᵤ∩Iᵥ|). One user in common makes no pair.
 *
 * <p>X. Yang et al., Large scale product graph construction for recommendation in e-commerce, arXiv
 * 2010.05525.
 *
 * @param a1 a₁, 0 or more
 * @param b b, 0 or more
 * @param a2 a₂, 0 or more
 * @param mostUsers users of an item that are looked at, drawn with the seed when there are more; at
 *     least 2
 * @param seed of that draw
 */
public record Swing(double a1, double b, double a2, int mostUsers, long seed) {
  /** a₁ = 5, b = 0.5, a₂ = 1, 300 users an item. */
  public static final Swing DEFAULT = new Swing(5, 0.5, 1, 300, 20_101_005L);

  /** Checks the ranges. */
  public Swing {
    if (!(a1 >= 0 && b >= 0 && a2 >= 0)) {
      throw new IllegalArgumentException(
          "swing: 0 or more is required of a1, b and a2, got " + a1 + ", " + b + ", " + a2);
    }
    if (mostUsers < 2) {
      throw new IllegalArgumentException("mostUsers: at least 2 is required, got " + mostUsers);
    }
  }

  /** Weights from each user's set of items; empty without users. */
  public ItemWeights of(Collection<Set<Integer>> itemsOfUsers) {
    Map<Integer, List<Set<Integer>>> users = new TreeMap<>();
    for (Set<Integer> items : itemsOfUsers) {
      if (items.size() > 1) {
        items.forEach(i -> users.computeIfAbsent(i, k -> new ArrayList<>()).add(items));
      }
    }
    Map<Integer, Map<Integer, Double>> weights = new HashMap<>();
    users.forEach((item, all) -> {
      List<Set<Integer>> some = drawn(item, all);
      for (int u = 0; u < some.size(); u++) {
        for (int v = u + 1; v < some.size(); v++) {
          add(item, some.get(u), some.get(v), weights);
        }
      }
    });
    return new ItemWeights(weights);
  }

  private void add(
      int item, Set<Integer> u, Set<Integer> v, Map<Integer, Map<Integer, Double>> weights) {
    List<Integer> shared = u.stream().filter(v::contains).toList();
    double weight =
        Math.pow(a1 + u.size(), -b) * Math.pow(a1 + v.size(), -b) / (a2 + shared.size());
    for (int other : shared) {
      if (other != item) {
        weights.computeIfAbsent(item, k -> new HashMap<>()).merge(other, weight, Double::sum);
      }
    }
  }

  private List<Set<Integer>> drawn(int item, List<Set<Integer>> users) {
    if (users.size() <= mostUsers) {
      return users;
    }
    var shuffled = new ArrayList<>(users);
    Collections.shuffle(shuffled, new Random(seed + item));
    return shuffled.subList(0, mostUsers);
  }
}
