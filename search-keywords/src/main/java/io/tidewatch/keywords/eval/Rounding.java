package io.tidewatch.keywords.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Splits whole numbers in given proportions. */
final class Rounding {
  private Rounding() {}

  /**
   * {@code total} split as the weights are, by largest remainders, the first of equals first; the
   * parts sum to it. Weights that sum to 0 get nothing.
   */
  static SortedMap<String, Long> largestRemainders(SortedMap<String, Double> weights, long total) {
    double all = TrueWord.sum(weights);
    var parts = new TreeMap<String, Long>();
    if (all <= 0) {
      return parts;
    }
    long given = 0;
    for (var weight : weights.entrySet()) {
      long part = (long) Math.floor(weight.getValue() / all * total);
      parts.put(weight.getKey(), part);
      given += part;
    }
    List<String> byRemainder = weights.entrySet().stream()
        .sorted(Comparator.comparingDouble((Map.Entry<String, Double> w) -> {
              double exact = w.getValue() / all * total;
              return Math.floor(exact) - exact;
            })
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
    for (int i = 0; given < total; i++, given++) {
      parts.merge(byRemainder.get(i % byRemainder.size()), 1L, Long::sum);
    }
    return parts;
  }
}
