package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How often the true value lies inside what the table prints: A between its bounds (0.90 is due), E
 * within 1.645 standard errors (0.90), and the true share at least the ownership bound o_b (0.95),
 * for all brands and for the leading one, which was chosen because its count is high.
 */
final class CalibrationTrial {
  private static final double Z = 1.6448536;
  private static final String SYSTEM = "tidewatch";

  private CalibrationTrial() {}

  static List<Figure> figures(List<JudgedWord> words) {
    var figures = new ArrayList<Figure>();
    for (OrderBand band : OrderBand.ALL) {
      advantage(
          figures,
          words.stream().filter(w -> band.holds(w.word().orders())).toList(),
          ", " + band.label());
    }
    List<JudgedWord> judged = words.stream().filter(w -> w.word().E() != null).toList();
    advantage(figures, judged, ", judged words");
    if (!judged.isEmpty()) {
      entropy(figures, judged);
      ownership(figures, judged);
    }
    return figures;
  }

  private static void advantage(List<Figure> into, List<JudgedWord> words, String band) {
    long inside = 0;
    long above = 0;
    long all = 0;
    for (JudgedWord word : words) {
      for (var rival : word.rivals().entrySet()) {
        Interval edge = rival.getValue().A();
        if (edge != null) {
          double truth = word.trueAdvantage(rival.getKey());
          inside += truth >= edge.lo() && truth <= edge.hi() ? 1 : 0;
          above += truth < edge.lo() ? 1 : 0;
          all++;
        }
      }
    }
    if (all > 0) {
      into.add(Figure.share(SYSTEM, "A inside its bounds (0.90 due)" + band, inside, all));
      into.add(Figure.share(SYSTEM, "A below its lower bound (0.05 due)" + band, above, all));
    }
  }

  private static void entropy(List<Figure> into, List<JudgedWord> words) {
    long inside = words.stream()
        .filter(w -> Math.abs(w.trueEntropy() - Objects.requireNonNull(w.word().E()))
            <= Z * Objects.requireNonNull(w.word().spread()))
        .count();
    into.add(
        Figure.share(SYSTEM, "E within 1.645 standard errors (0.90 due)", inside, words.size()));
  }

  private static void ownership(List<Figure> into, List<JudgedWord> words) {
    var ownership = new Ownership();
    long kept = 0;
    long all = 0;
    long leading = 0;
    for (JudgedWord word : words) {
      String leader = Objects.requireNonNull(word.word().leader());
      for (var rival : word.rivals().entrySet()) {
        double low = ownership
            .explain(rival.getKey(), rival.getValue().orders(), word.word().orders())
            .shareLow();
        boolean holds = word.truth().share(rival.getKey()) >= low;
        kept += holds ? 1 : 0;
        leading += holds && rival.getKey().equals(leader) ? 1 : 0;
        all++;
      }
    }
    into.add(Figure.share(SYSTEM, "share at least o_b (0.95 due), all brands", kept, all));
    into.add(Figure.share(SYSTEM, "share at least o_b (0.95 due), leaders", leading, words.size()));
  }
}
