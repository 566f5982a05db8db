package io.tidewatch.keywords.eval;

import java.util.HashSet;
import java.util.Set;

/** Counts of predicted, labelled and matching spans, and of right whole types. */
final class SpanScore {
  private long right;
  private long queries;
  private long predicted;
  private long labelled;
  private long matched;

  void add(LabelledQuery gold, String type, Set<LabelledQuery.Part> spans) {
    queries++;
    right += gold.type().equals(type) ? 1 : 0;
    if (gold.spans().isEmpty()) {
      return;
    }
    var wanted = new HashSet<>(gold.spans());
    labelled += wanted.size();
    predicted += spans.size();
    wanted.retainAll(spans);
    matched += wanted.size();
  }

  long queries() {
    return queries;
  }

  long labelled() {
    return labelled;
  }

  double accuracy() {
    return ratio(right, queries);
  }

  double precision() {
    return ratio(matched, predicted);
  }

  double recall() {
    return ratio(matched, labelled);
  }

  double f1() {
    return predicted + labelled == 0 ? 0 : 2.0 * matched / (predicted + labelled);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }
}
