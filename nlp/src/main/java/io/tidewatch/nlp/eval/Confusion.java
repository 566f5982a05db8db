package io.tidewatch.nlp.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Counts answers against expectations; accuracy and macro-F1 over the expected classes. */
final class Confusion {
  private final Map<String, Integer> right = new HashMap<>();
  private final Map<String, Integer> expected = new HashMap<>();
  private final Map<String, Integer> answered = new HashMap<>();
  private int n;
  private int hits;

  void add(String expectation, String answer) {
    n++;
    expected.merge(expectation, 1, Integer::sum);
    answered.merge(answer, 1, Integer::sum);
    if (expectation.equals(answer)) {
      hits++;
      right.merge(answer, 1, Integer::sum);
    }
  }

  int n() {
    return n;
  }

  double accuracy() {
    return n == 0 ? 0 : hits / (double) n;
  }

  double macroF1() {
    Set<String> classes = new HashSet<>(expected.keySet());
    double sum = 0;
    for (String c : classes) {
      sum += f1(c).orElse(0);
    }
    return classes.isEmpty() ? 0 : sum / classes.size();
  }

  /** F1 of one class; empty when it is neither expected nor answered. */
  OptionalDouble f1(String of) {
    int all = expected.getOrDefault(of, 0) + answered.getOrDefault(of, 0);
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(2.0 * right.getOrDefault(of, 0) / all);
  }

  /** The class that is expected most often. */
  String majority() {
    return expected.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  double majorityShare() {
    return n == 0 ? 0 : expected.getOrDefault(majority(), 0) / (double) n;
  }
}
