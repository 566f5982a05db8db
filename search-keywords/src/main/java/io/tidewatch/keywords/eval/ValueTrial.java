package io.tidewatch.keywords.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How well words are put in order by what they bring: R against true expected revenue, for the
 * market and for each brand. Baselines: raw revenue, orders, searchers; for a brand also its raw
 * share of the raw revenue, and its raw share alone.
 */
final class ValueTrial {
  private static final int[] TOP = {10, 20, 50};

  private ValueTrial() {}

  static List<Figure> figures(List<JudgedWord> words) {
    List<JudgedWord> valued = words.stream().filter(w -> w.word().R() != null).toList();
    var figures = new ArrayList<Figure>();
    if (valued.size() < 3) {
      return figures;
    }
    Map<String, ToDoubleFunction<JudgedWord>> systems = new LinkedHashMap<>();
    systems.put("tidewatch", w -> orZero(w.word().R()));
    systems.put("revenue rank", w -> w.word().gmv());
    systems.put("orders", w -> w.word().orders());
    systems.put("searchers", w -> w.word().searchers());
    systems.put("oracle", w -> w.truth().allRevenue());
    order(figures, valued, systems);
    for (int n : TOP) {
      if (valued.size() >= 2 * n) {
        systems.forEach((system, value) -> top(figures, valued, system, value, n));
      }
    }
    brands(figures, valued);
    return figures;
  }

  private static void order(
      List<Figure> into,
      List<JudgedWord> words,
      Map<String, ToDoubleFunction<JudgedWord>> systems) {
    for (OrderBand band : OrderBand.ALL) {
      order(
          into,
          words.stream().filter(w -> band.holds(w.word().orders())).toList(),
          systems,
          ", " + band.label());
    }
    order(into, words, systems, "");
    double[] truth = truth(words);
    systems.forEach((system, value) -> into.add(Figure.of(
        system,
        "value, Kendall",
        RankAgreement.kendall(words.stream().mapToDouble(value).toArray(), truth),
        words.size())));
  }

  private static void order(
      List<Figure> into,
      List<JudgedWord> words,
      Map<String, ToDoubleFunction<JudgedWord>> systems,
      String band) {
    if (words.size() < 3) {
      return;
    }
    double[] truth = truth(words);
    systems.forEach((system, value) -> into.add(Figure.of(
        system,
        "value, Spearman" + band,
        RankAgreement.spearman(words.stream().mapToDouble(value).toArray(), truth),
        words.size())));
  }

  private static double[] truth(List<JudgedWord> words) {
    return words.stream().mapToDouble(w -> w.truth().allRevenue()).toArray();
  }

  private static void top(
      List<Figure> into,
      List<JudgedWord> words,
      String system,
      ToDoubleFunction<JudgedWord> value,
      int n) {
    List<JudgedWord> best = best(words, w -> w.truth().allRevenue(), n);
    List<JudgedWord> chosen = best(words, value, n);
    long common = chosen.stream().filter(best::contains).count();
    into.add(Figure.of(system, "value, of the true top " + n, (double) common / n, n));
    into.add(Figure.of(
        system,
        "value, revenue of the top " + n + " over the best possible",
        chosen.stream().mapToDouble(w -> w.truth().allRevenue()).sum()
            / best.stream().mapToDouble(w -> w.truth().allRevenue()).sum(),
        n));
  }

  private static List<JudgedWord> best(
      List<JudgedWord> words, ToDoubleFunction<JudgedWord> value, int n) {
    return words.stream()
        .sorted(Comparator.comparingDouble(value)
            .reversed()
            .thenComparing(w -> w.word().keyword())
            .thenComparing(w -> w.word().category()))
        .limit(n)
        .toList();
  }

  /** Mean over brands of the order of their words by what each brings the brand. */
  private static void brands(List<Figure> into, List<JudgedWord> words) {
    var byBrand = new TreeMap<String, List<JudgedWord>>();
    for (JudgedWord word : words) {
      word.rivals()
          .keySet()
          .forEach(b -> byBrand.computeIfAbsent(b, k -> new ArrayList<>()).add(word));
    }
    byBrand.values().removeIf(w -> w.size() < 10);
    if (byBrand.isEmpty()) {
      return;
    }
    Map<String, BrandValue> systems = new LinkedHashMap<>();
    systems.put("tidewatch", ValueTrial::ours);
    systems.put("revenue rank", (w, b) -> w.word().gmv() * w.word().rawShare(b));
    systems.put("raw share", (w, b) -> w.word().rawShare(b));
    systems.put("oracle", (w, b) -> w.truth().revenue().getOrDefault(b, 0.0));
    systems.forEach((system, value) -> {
      double sum = 0;
      for (var brand : byBrand.entrySet()) {
        double[] ours = brand.getValue().stream()
            .mapToDouble(w -> value.of(w, brand.getKey()))
            .toArray();
        double[] truth = brand.getValue().stream()
            .mapToDouble(w -> w.truth().revenue().getOrDefault(brand.getKey(), 0.0))
            .toArray();
        sum += RankAgreement.spearman(ours, truth);
      }
      into.add(
          Figure.of(system, "value to a brand, Spearman", sum / byBrand.size(), byBrand.size()));
    });
  }

  private static double ours(JudgedWord word, String brand) {
    TableWord.Side side = word.word().sides().get(brand);
    return side == null ? 0 : orZero(side.RBrand());
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  /** What a word is worth to a brand, by some rule. */
  private interface BrandValue {
    double of(JudgedWord word, String brand);
  }
}
