package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.formula.KeywordEntropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How well is found who owns a word: E against the entropy of the true shares, and the leading
 * brand with its share. Baselines: plug-in entropy, the raw share of the leading brand, revenue
 * rank, the leading brand's lift.
 */
final class OwnershipTrial {
  private static final KeywordEntropy NO_FLOOR = new KeywordEntropy(2);

  private OwnershipTrial() {}

  static List<Figure> figures(List<JudgedWord> words) {
    var figures = new ArrayList<Figure>();
    List<JudgedWord> judged = words.stream().filter(w -> w.word().E() != null).toList();
    for (OrderBand band : OrderBand.ALL) {
      List<JudgedWord> some =
          words.stream().filter(w -> band.holds(w.word().orders())).toList();
      if (some.isEmpty()) {
        continue;
      }
      var systems = new TreeMap<String, ToDoubleFunction<JudgedWord>>();
      systems.put("plug-in entropy", JudgedWord::plugIn);
      if (some.stream().allMatch(w -> w.word().E() != null)) {
        systems.put("tidewatch", OwnershipTrial::shrunk);
        systems.put("oracle", OwnershipTrial::expected);
      } else if (band.from() > 1) {
        systems.put("tidewatch without its floor", OwnershipTrial::withoutFloor);
      }
      errors(figures, some, systems, ", " + band.label());
    }
    if (judged.size() > 2) {
      errors(
          figures,
          judged,
          Map.of(
              "tidewatch", OwnershipTrial::shrunk,
              "oracle", OwnershipTrial::expected,
              "plug-in entropy", JudgedWord::plugIn),
          "");
      order(figures, judged);
      leaders(figures, judged);
    }
    return figures;
  }

  private static void errors(
      List<Figure> into,
      List<JudgedWord> words,
      Map<String, ToDoubleFunction<JudgedWord>> systems,
      String band) {
    systems.forEach((system, estimate) -> {
      double absolute = 0;
      double sum = 0;
      for (JudgedWord word : words) {
        double error = estimate.applyAsDouble(word) - word.trueEntropy();
        absolute += Math.abs(error);
        sum += error;
      }
      into.add(Figure.of(system, "E absolute error" + band, absolute / words.size(), words.size()));
      into.add(Figure.of(system, "E bias" + band, sum / words.size(), words.size()));
    });
  }

  private static void order(List<Figure> into, List<JudgedWord> words) {
    double[] truth = words.stream().mapToDouble(JudgedWord::trueEntropy).toArray();
    Map<String, ToDoubleFunction<JudgedWord>> systems = Map.of(
        "tidewatch",
        OwnershipTrial::shrunk,
        "oracle",
        OwnershipTrial::expected,
        "plug-in entropy",
        JudgedWord::plugIn,
        "raw share",
        w -> -rawLeadingShare(w.word()),
        "lift",
        w -> -lift(w),
        "revenue rank",
        w -> w.word().gmv());
    systems.forEach((system, value) -> {
      double[] values = words.stream().mapToDouble(value).toArray();
      into.add(Figure.of(
          system, "openness, Spearman", RankAgreement.spearman(values, truth), words.size()));
      into.add(Figure.of(
          system, "openness, Kendall", RankAgreement.kendall(values, truth), words.size()));
    });
  }

  private static void leaders(List<Figure> into, List<JudgedWord> words) {
    Map<String, ToDoubleFunction<JudgedWord>> systems = Map.of(
        "tidewatch", w -> side(w.word(), leader(w)).share(),
        "oracle", w -> side(w.expected(), leader(w)).share(),
        "raw share", w -> w.word().rawShare(leader(w)));
    int n = words.size();
    systems.forEach((system, share) -> {
      double absolute = 0;
      double sum = 0;
      for (JudgedWord word : words) {
        double error = share.applyAsDouble(word) - word.truth().share(leader(word));
        absolute += Math.abs(error);
        sum += error;
      }
      into.add(Figure.of(system, "leader's share, absolute error", absolute / n, n));
      into.add(Figure.of(system, "leader's share, bias", sum / n, n));
    });
    long right = words.stream()
        .filter(w -> w.truth().share(leader(w)) >= w.truth().leadingShare() - 1e-12)
        .count();
    into.add(Figure.share("tidewatch", "leader is the true one", right, n));
  }

  private static String leader(JudgedWord word) {
    return Objects.requireNonNull(word.word().leader());
  }

  private static TableWord.Side side(TableWord word, String brand) {
    return Objects.requireNonNull(word.sides().get(brand));
  }

  private static double shrunk(JudgedWord word) {
    return Objects.requireNonNull(word.word().E());
  }

  private static double expected(JudgedWord word) {
    return Objects.requireNonNull(word.expected().E());
  }

  private static double withoutFloor(JudgedWord word) {
    long[] counts =
        word.rivals().values().stream().mapToLong(TableWord.Side::orders).toArray();
    Double value = NO_FLOOR.explain(counts).E();
    return value == null ? 0 : value;
  }

  private static double rawLeadingShare(TableWord word) {
    String leader = word.leader();
    return leader == null ? 0 : word.rawShare(leader);
  }

  private static double lift(JudgedWord word) {
    String leader = Objects.requireNonNull(word.word().leader());
    return word.rawLift(leader);
  }
}
