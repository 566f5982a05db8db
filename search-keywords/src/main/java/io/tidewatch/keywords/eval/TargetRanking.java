package io.tidewatch.keywords.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Users by score, best first, with who bought: PredictTA@N and what it needs. Users with equal
 * scores share the places that they take evenly, so that no order among them is made up. Immutable.
 */
public final class TargetRanking {
  private final int[] order;
  private final int[] ends;
  private final boolean[] bought;

  /** {@code scores} and {@code bought} by user; of one length, not kept. */
  public TargetRanking(double[] scores, boolean[] bought) {
    this.bought = bought.clone();
    double[] values = scores.clone();
    this.order = IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    this.ends = new int[order.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && Double.compare(values[order[to]], values[order[from]]) == 0) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ends[i] = to;
      }
      from = to;
    }
  }

  /**
   * Expected buyers among the first {@code places}, each user standing {@code weights[user]} times.
   */
  public double buyers(double places, int[] weights) {
    double buyers = 0;
    double left = places;
    for (int from = 0; from < order.length && left > 0; from = ends[from]) {
      long size = 0;
      long hits = 0;
      for (int i = from; i < ends[from]; i++) {
        size += weights[order[i]];
        hits += bought[order[i]] ? weights[order[i]] : 0;
      }
      if (size > 0) {
        buyers += hits * Math.min(1, left / size);
        left -= size;
      }
    }
    return buyers;
  }
}
