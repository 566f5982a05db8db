package io.tidewatch.audience.next;

import java.util.Map;

/**
 * How close items stand to each other. Immutable.
 *
 * @param weights item to item to weight, above 0; pairs without one have none
 */
public record ItemWeights(Map<Integer, Map<Integer, Double>> weights) {
  /** Copies the map. */
  public ItemWeights {
    weights = Map.copyOf(weights);
  }

  /** From one item to another, 0 when nothing links them. */
  public double of(int from, int to) {
    return weights.getOrDefault(from, Map.of()).getOrDefault(to, 0.0);
  }

  /** All that an item is linked to. */
  public Map<Integer, Double> from(int item) {
    return weights.getOrDefault(item, Map.of());
  }
}
