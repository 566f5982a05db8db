package io.tidewatch.nlp;

import java.util.List;

/** Finds which name a stretch of words is about. Stateless. */
final class Targets {
  private static final List<String> JOINS =
      List.of("和", "与", "跟", "及", "、", "&", "+", "/", "还有", "以及", "或", "或者", "配", "搭", "搭配");

  private Targets() {}

  /**
   * Index of the name that words at {@code [start, end)} are about: the nearest in the clause,
   * preferring one before; else the last one before; else the first one after; -1 when the author
   * names nothing.
   */
  static int of(Reading reading, int start, int end) {
    List<Linked> names = reading.names();
    Clause clause = reading.clauses().get(Clause.at(reading.clauses(), start));
    int best = -1;
    int bestDistance = Integer.MAX_VALUE;
    int before = -1;
    int after = -1;
    for (int i = 0; i < names.size(); i++) {
      Linked name = names.get(i);
      if (reading.aside(name) || (after >= 0 && name.start() >= clause.end())) {
        break;
      }
      if (reading.nested(i)) {
        continue;
      }
      if (name.end() <= end) {
        before = i;
      } else if (after < 0) {
        after = i;
      }
      if (clause.holds(name.start())) {
        int distance = name.end() <= start ? start - name.end() : 2 * (name.start() - end) + 2;
        if (distance < bestDistance) {
          best = i;
          bestDistance = distance;
        }
      }
    }
    if (best >= 0) {
      return best;
    }
    return before >= 0 ? before : after;
  }

  /** Whether only a word such as 和 stands between two names. */
  static boolean joined(Reading reading, int first, int second) {
    int from = reading.names().get(first).end();
    int to = reading.names().get(second).start();
    return to > from
        && to - from <= 3
        && JOINS.contains(reading.text().substring(from, to).strip());
  }
}
