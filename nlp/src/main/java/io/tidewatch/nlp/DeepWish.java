package io.tidewatch.nlp;

import java.util.List;

/** Decides which texts the deep lane reads: comparisons, and opinions on several names at once. */
final class DeepWish {
  private static final List<String> DECIDING =
      List.of("不如", "不及", "吊打", "完爆", "碾压", "秒杀", "胜过", "输给", "比不");
  private static final List<String> COMPARING = List.of("比", "没有", "没");

  private DeepWish() {}

  static boolean of(Reading reading) {
    List<Linked> names = reading.names();
    for (int i = 0; i < names.size(); i++) {
      Linked name = names.get(i);
      if (reading.aside(name)) {
        return false;
      }
      if (reading.nested(i)) {
        continue;
      }
      Clause clause = reading.clauses().get(Clause.at(reading.clauses(), name.start()));
      if (compares(reading, clause, name)) {
        return true;
      }
      for (int j = i + 1; j < names.size(); j++) {
        Linked other = names.get(j);
        if (reading.aside(other) || sentence(reading, other.start()) != clause.sentence()) {
          break;
        }
        if (!reading.nested(j)
            && !other.entity().id().equals(name.entity().id())
            && judged(reading, clause.sentence())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A comparing word just before the name, and an opinion in its clause. */
  private static boolean compares(Reading reading, Clause clause, Linked name) {
    String before =
        reading.text().substring(Math.max(clause.start(), name.start() - 4), name.start());
    if (DECIDING.stream().anyMatch(before::contains)) {
      return true;
    }
    for (String word : COMPARING) {
      if (before.contains(word)) {
        return reading.opinions().stream()
            .anyMatch(o -> clause.holds(o.hit.start()) && o.hit.start() >= name.end());
      }
    }
    return false;
  }

  private static boolean judged(Reading reading, int sentence) {
    return reading.opinions().stream()
        .anyMatch(o -> reading.clauses().get(o.clause).sentence() == sentence);
  }

  private static int sentence(Reading reading, int position) {
    return reading.clauses().get(Clause.at(reading.clauses(), position)).sentence();
  }
}
