package io.tidewatch.nlp.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forced choices beside labels for each domain of a file, such as its categories. */
final class DomainTally {
  private final Map<String, long[]> domains = new TreeMap<>();

  void add(String domain, boolean labelled, boolean said) {
    long[] counts = domains.computeIfAbsent(domain, d -> new long[4]);
    counts[0]++;
    counts[1] += labelled ? 1 : 0;
    counts[2] += said ? 1 : 0;
    counts[3] += labelled == said ? 1 : 0;
  }

  /** Three rows a domain; none when the file has only one. */
  List<EvalRow> rows(String task) {
    var rows = new ArrayList<EvalRow>();
    if (domains.size() > 1) {
      domains.forEach((domain, counts) -> {
        long n = counts[0];
        rows.add(new EvalRow(task, domain, "labels", "positive", counts[1] / (double) n, n));
        rows.add(new EvalRow(task, domain, "fast", "positive", counts[2] / (double) n, n));
        rows.add(new EvalRow(task, domain, "fast", "accuracy", counts[3] / (double) n, n));
      });
    }
    return rows;
  }
}
