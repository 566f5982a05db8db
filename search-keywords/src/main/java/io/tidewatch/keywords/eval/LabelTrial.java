package io.tidewatch.keywords.eval;

import static io.tidewatch.keywords.formula.KeywordLabel.CONTESTED_ADVANTAGE;
import static io.tidewatch.keywords.formula.KeywordLabel.INSUFFICIENT;
import static io.tidewatch.keywords.formula.KeywordLabel.OPEN_NEUTRAL;
import static io.tidewatch.keywords.formula.KeywordLabel.OPEN_WEAK;
import static io.tidewatch.keywords.formula.KeywordLabel.OWNED;
import static io.tidewatch.keywords.formula.KeywordLabel.RIVAL_OWNED;

import io.tidewatch.keywords.formula.KeywordLabel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Labels of words with enough orders, for every brand of the category, against two truths: the label
 * that the same definition gives in the limit of endless orders (true share at least ½; sign of the
 * true advantage; never neutral, which there is an abstention), and the planted one. The oracle is
 * the same rules on as many orders, shared as the truth says. Baselines: raw shares taken as they
 * are, and raw lift with a neutral band of 0.85 to 1.18.
 */
final class LabelTrial {
  private static final List<KeywordLabel> DECIDED =
      List.of(OWNED, RIVAL_OWNED, CONTESTED_ADVANTAGE, OPEN_WEAK);
  private static final double WEAK_LIFT = 0.85;
  private static final double STRONG_LIFT = 1.18;
  private static final String ORACLE = "oracle";

  private LabelTrial() {}

  static List<Figure> figures(List<JudgedWord> words) {
    List<JudgedWord> judged = words.stream().filter(LabelTrial::labelled).toList();
    Map<String, BiFunction<JudgedWord, String, KeywordLabel>> systems = new LinkedHashMap<>();
    systems.put("tidewatch", (w, b) -> label(w.word(), b));
    systems.put(ORACLE, (w, b) -> label(w.expected(), b));
    systems.put("raw share", (w, b) -> raw(w, b, 1, 1));
    systems.put("lift", (w, b) -> raw(w, b, WEAK_LIFT, STRONG_LIFT));
    var figures = new ArrayList<Figure>();
    systems.forEach((system, labels) -> {
      limits(figures, judged, system, labels);
      planted(figures, judged, system, labels);
    });
    return figures;
  }

  private static boolean labelled(JudgedWord word) {
    return word.word().sides().values().stream().anyMatch(s -> s.label() != INSUFFICIENT);
  }

  /** The label in the limit of endless orders. */
  static KeywordLabel limit(JudgedWord word, String brand) {
    if (word.truth().share(brand) >= 0.5) {
      return OWNED;
    }
    if (word.truth().leadingShare() >= 0.5) {
      return RIVAL_OWNED;
    }
    return word.trueAdvantage(brand) > 0 ? CONTESTED_ADVANTAGE : OPEN_WEAK;
  }

  private static void limits(
      List<Figure> into,
      List<JudgedWord> words,
      String system,
      BiFunction<JudgedWord, String, KeywordLabel> labels) {
    var called = new EnumMap<KeywordLabel, long[]>(KeywordLabel.class);
    var direction = new long[4];
    long pairs = 0;
    for (JudgedWord word : words) {
      for (String brand : word.rivals().keySet()) {
        KeywordLabel ours = labels.apply(word, brand);
        KeywordLabel truth = limit(word, brand);
        pairs++;
        at(called, ours)[0]++;
        at(called, truth)[1]++;
        at(called, ours)[2] += ours == truth ? 1 : 0;
        direction(direction, ours, word.trueAdvantage(brand));
      }
    }
    for (KeywordLabel label : DECIDED) {
      long[] counts = at(called, label);
      if (counts[0] > 0) {
        into.add(Figure.share(system, label + " precision", counts[2], counts[0]));
      }
      if (counts[1] > 0) {
        into.add(Figure.share(system, label + " recall", counts[2], counts[1]));
      }
    }
    if (direction[0] > 0) {
      into.add(Figure.share(
          system, CONTESTED_ADVANTAGE + " where truly stronger", direction[1], direction[0]));
    }
    if (direction[2] > 0) {
      into.add(Figure.share(system, OPEN_WEAK + " where truly weaker", direction[3], direction[2]));
    }
    if (pairs > 0) {
      into.add(Figure.share(system, "left open (neutral)", at(called, OPEN_NEUTRAL)[0], pairs));
    }
  }

  /** Whether a word without an owner is truly better or worse, whoever owns it truly. */
  private static void direction(long[] counts, KeywordLabel ours, double trueAdvantage) {
    if (ours == CONTESTED_ADVANTAGE) {
      counts[0]++;
      counts[1] += trueAdvantage > 0 ? 1 : 0;
    } else if (ours == OPEN_WEAK) {
      counts[2]++;
      counts[3] += trueAdvantage < 0 ? 1 : 0;
    }
  }

  private static void planted(
      List<Figure> into,
      List<JudgedWord> words,
      String system,
      BiFunction<JudgedWord, String, KeywordLabel> labels) {
    var counts = new EnumMap<KeywordLabel, long[]>(KeywordLabel.class);
    for (JudgedWord word : words) {
      word.truth().labels().forEach((brand, label) -> {
        long[] count = at(counts, KeywordLabel.valueOf(label));
        count[0]++;
        count[1] += labels.apply(word, brand) == KeywordLabel.valueOf(label) ? 1 : 0;
      });
    }
    counts.forEach((label, count) ->
        into.add(Figure.share(system, "planted " + label + " found", count[1], count[0])));
  }

  private static long[] at(Map<KeywordLabel, long[]> counts, KeywordLabel label) {
    return Objects.requireNonNull(counts.computeIfAbsent(label, l -> new long[3]));
  }

  private static KeywordLabel label(TableWord word, String brand) {
    TableWord.Side side = word.sides().get(brand);
    return side == null ? INSUFFICIENT : side.label();
  }

  private static KeywordLabel raw(JudgedWord judged, String brand, double weak, double strong) {
    TableWord word = judged.word();
    if (word.rawShare(brand) >= 0.5) {
      return OWNED;
    }
    String leader = word.leader();
    if (leader != null && word.rawShare(leader) >= 0.5) {
      return RIVAL_OWNED;
    }
    double lift = judged.rawLift(brand);
    if (lift > strong) {
      return CONTESTED_ADVANTAGE;
    }
    return lift < weak ? OPEN_WEAK : OPEN_NEUTRAL;
  }
}
