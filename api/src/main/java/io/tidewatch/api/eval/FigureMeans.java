package io.tidewatch.api.eval;

import io.tidewatch.keywords.eval.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the figures of several markets together. Not safe for several threads. */
final class FigureMeans {
  private static final String ORACLE = "oracle";
  private static final double Z = 1.959964;

  private final Map<Key, List<Figure>> figures = new LinkedHashMap<>();

  private record Key(String data, String metric, String system) {}

  /** Adds the figures of one market. */
  void add(String data, List<Figure> some) {
    some.forEach(f -> figures
        .computeIfAbsent(new Key(data, f.metric(), f.system()), k -> new ArrayList<>())
        .add(f));
  }

  /** One row a figure, those of one metric beside each other. */
  List<MarketRow> rows() {
    var means = new LinkedHashMap<Key, Mean>();
    figures.forEach((key, some) -> means.put(key, Mean.of(some)));
    var byMetric = new LinkedHashMap<List<String>, List<Key>>();
    means
        .keySet()
        .forEach(key -> byMetric
            .computeIfAbsent(List.of(key.data(), key.metric()), m -> new ArrayList<>())
            .add(key));
    var rows = new ArrayList<MarketRow>();
    byMetric
        .values()
        .forEach(keys -> keys.forEach(key -> {
          Mean mean = Objects.requireNonNull(means.get(key));
          Mean oracle = means.get(new Key(key.data(), key.metric(), ORACLE));
          rows.add(new MarketRow(
              MarketRow.TASK,
              key.data(),
              key.system(),
              key.metric(),
              mean.value(),
              mean.sd(),
              mean.low(),
              mean.high(),
              oracle == null || key.metric().contains("bias")
                  ? null
                  : reached(mean.value(), oracle.value(), key.metric().contains("error")),
              mean.n()));
        }));
    return rows;
  }

  static @Nullable Double reached(double value, double oracle, boolean error) {
    double over = error ? value : oracle;
    return over == 0 ? null : Double.valueOf((error ? oracle : value) / over);
  }

  /** The standard deviation of some values; null for fewer than two. */
  static @Nullable Double sd(double[] values) {
    if (values.length < 2) {
      return null;
    }
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  private record Mean(
      double value,
      @Nullable Double sd,
      @Nullable Double low,
      @Nullable Double high,
      long n) {

    static Mean of(List<Figure> some) {
      long n = some.stream().mapToLong(Figure::n).sum();
      Double sd = FigureMeans.sd(some.stream().mapToDouble(Figure::value).toArray());
      if (!some.getFirst().share()) {
        return new Mean(
            some.stream().mapToDouble(Figure::value).average().orElse(0), sd, null, null, n);
      }
      double p = some.stream().mapToDouble(f -> f.value() * f.n()).sum() / n;
      double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
      double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
      return new Mean(p, sd, Math.max(0, centre - half), Math.min(1, centre + half), n);
    }
  }
}
