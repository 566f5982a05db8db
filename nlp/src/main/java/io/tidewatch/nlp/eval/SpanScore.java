package io.tidewatch.nlp.eval;

import java.util.List;
import java.util.Set;

/** Precision, recall and F1 of sets of answers. */
final class SpanScore {
  private final String system;
  private int right;
  private int answered;
  private int expected;

  SpanScore(String system) {
    this.system = system;
  }

  void add(Set<?> gold, Set<?> answers) {
    expected += gold.size();
    answered += answers.size();
    for (Object answer : answers) {
      right += gold.contains(answer) ? 1 : 0;
    }
  }

  List<EvalRow> rows(String task, String data, String what) {
    double precision = answered == 0 ? 0 : right / (double) answered;
    double recall = expected == 0 ? 0 : right / (double) expected;
    double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return List.of(
        new EvalRow(task, data, system, what + " precision", precision, answered),
        new EvalRow(task, data, system, what + " recall", recall, expected),
        new EvalRow(task, data, system, what + " F1", f1, expected));
  }
}
