package io.tidewatch.audience.next;

import io.tidewatch.audience.formula.Swing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** {@link Swing} between items, at most 300 users of each looked at. */
public final class SwingItems {
  private static final Swing SWING = new Swing(300, 20_101_005L);

  private SwingItems() {}

  /** Weights from each user's set of items, numbers from 0; empty without users. */
  public static ItemWeights of(Collection<Set<Integer>> itemsOfUsers) {
    List<int[]> baskets = itemsOfUsers.stream()
        .filter(items -> items.size() > 1)
        .map(items -> items.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toList();
    int items =
        baskets.stream().mapToInt(basket -> basket[basket.length - 1] + 1).max().orElse(0);
    var users = new HashMap<Integer, IntStream.Builder>();
    for (int user = 0; user < baskets.size(); user++) {
      for (int item : baskets.get(user)) {
        users.computeIfAbsent(item, i -> IntStream.builder()).add(user);
      }
    }
    var weights = new HashMap<Integer, Map<Integer, Double>>();
    users.forEach((item, own) ->
        weights.put(item, others(item, SWING.weights(own.build().toArray(), baskets::get, items))));
    weights.values().removeIf(Map::isEmpty);
    return new ItemWeights(weights);
  }

  private static Map<Integer, Double> others(int item, double[] weights) {
    var others = new HashMap<Integer, Double>();
    for (int other = 0; other < weights.length; other++) {
      if (other != item && weights[other] > 0) {
        others.put(other, weights[other]);
      }
    }
    return others;
  }
}
