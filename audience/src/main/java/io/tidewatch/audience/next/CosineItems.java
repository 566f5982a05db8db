package io.tidewatch.audience.next;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Cosine of co-occurrence: |Uᵢ∩Uⱼ| / √(|Uᵢ|·|Uⱼ|), users being those who have the items. */
public final class CosineItems {
  private CosineItems() {}

  /** Weights from each user's set of items; empty without users. */
  public static ItemWeights of(Collection<Set<Integer>> itemsOfUsers) {
    Map<Integer, Integer> users = new HashMap<>();
    Map<Integer, Map<Integer, Double>> common = new HashMap<>();
    for (Set<Integer> items : itemsOfUsers) {
      for (int i : items) {
        users.merge(i, 1, Integer::sum);
        for (int j : items) {
          if (i != j) {
            common.computeIfAbsent(i, k -> new HashMap<>()).merge(j, 1.0, Double::sum);
          }
        }
      }
    }
    common.forEach((i, to) -> to.replaceAll(
        (j, n) -> n / Math.sqrt((double) users.getOrDefault(i, 1) * users.getOrDefault(j, 1))));
    return new ItemWeights(common);
  }
}
