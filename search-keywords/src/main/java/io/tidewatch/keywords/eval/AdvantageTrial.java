package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.formula.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How well is found where a brand is stronger than in its category: the order of all word-brand
 * pairs by A against that of the true log ratio, and what the ten best words of each brand are truly
 * worth. Baselines: lift of raw shares, raw share. The oracle of the order has A on as many orders,
 * shared as the truth says; that of the ten best words chooses by the truth.
 */
final class AdvantageTrial {
  private static final int BEST = 10;

  private AdvantageTrial() {}

  /** One brand at one word. */
  private record Pair(JudgedWord word, String brand, TableWord.Side side) {
    double truth() {
      return word.trueAdvantage(brand);
    }
  }

  private static final Map<String, ToDoubleFunction<Pair>> SYSTEMS = systems();

  private static Map<String, ToDoubleFunction<Pair>> systems() {
    var systems = new LinkedHashMap<String, ToDoubleFunction<Pair>>();
    systems.put("tidewatch", p -> edge(p.side()).mid());
    systems.put("tidewatch, A_lo", p -> edge(p.side()).lo());
    systems.put("lift", p -> p.word().rawLift(p.brand()));
    systems.put("raw share", p -> p.word().word().rawShare(p.brand()));
    systems.put("oracle", p -> edge(p.word().expected().sides().get(p.brand())).mid());
    return systems;
  }

  static List<Figure> figures(List<JudgedWord> words) {
    var pairs = new ArrayList<Pair>();
    for (JudgedWord word : words) {
      word.rivals().forEach((brand, side) -> {
        if (side.A() != null && word.word().orders() > 0) {
          pairs.add(new Pair(word, brand, side));
        }
      });
    }
    var figures = new ArrayList<Figure>();
    for (OrderBand band : OrderBand.ALL) {
      order(
          figures,
          pairs.stream().filter(p -> band.holds(p.word().word().orders())).toList(),
          ", " + band.label());
    }
    order(figures, pairs, "");
    best(figures, pairs);
    return figures;
  }

  private static void order(List<Figure> into, List<Pair> pairs, String band) {
    if (pairs.size() < 3) {
      return;
    }
    double[] truth = pairs.stream().mapToDouble(Pair::truth).toArray();
    SYSTEMS.forEach((system, value) -> into.add(Figure.of(
        system,
        "advantage, Spearman" + band,
        RankAgreement.spearman(pairs.stream().mapToDouble(value).toArray(), truth),
        pairs.size())));
  }

  /** Mean true advantage of the ten best words of each brand that has as many. */
  private static void best(List<Figure> into, List<Pair> pairs) {
    var byBrand = new TreeMap<String, List<Pair>>();
    pairs.forEach(
        p -> byBrand.computeIfAbsent(p.brand(), b -> new ArrayList<>()).add(p));
    var brands = new TreeSet<>(byBrand.keySet());
    brands.removeIf(b -> byBrand.getOrDefault(b, List.of()).size() < 2 * BEST);
    var systems = new LinkedHashMap<>(SYSTEMS);
    systems.put("oracle", Pair::truth);
    if (brands.isEmpty()) {
      return;
    }
    systems.forEach((system, value) -> {
      double sum = 0;
      for (String brand : brands) {
        sum += byBrand.getOrDefault(brand, List.of()).stream()
            .sorted(Comparator.comparingDouble(value)
                .reversed()
                .thenComparing(p -> p.word().word().keyword()))
            .limit(BEST)
            .mapToDouble(Pair::truth)
            .average()
            .orElse(0);
      }
      into.add(Figure.of(
          system,
          "true advantage of a brand's ten best words",
          sum / brands.size(),
          (long) BEST * brands.size()));
    });
  }

  private static Interval edge(TableWord.@Nullable Side side) {
    Interval edge = side == null ? null : side.A();
    return edge == null ? new Interval(0, 0, 0) : edge;
  }
}
