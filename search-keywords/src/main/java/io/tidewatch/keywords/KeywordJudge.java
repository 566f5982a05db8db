package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.formula.BrandAdvantage;
import io.tidewatch.keywords.formula.KeywordEntropy;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.formula.KeywordRevenue;
import io.tidewatch.keywords.formula.Ownership;
import io.tidewatch.keywords.formula.ScoreModel;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Applies every formula to a cell of one table. Immutable. */
final class KeywordJudge {
  private final KeywordConfig config;
  private final KeywordTable table;
  private final KeywordEntropy entropy;
  private final BrandAdvantage advantage;
  private final Ownership ownership = new Ownership();

  KeywordJudge(KeywordConfig config, KeywordTable table) {
    this.config = config;
    this.table = table;
    this.entropy = new KeywordEntropy(config.minOrders());
    this.advantage = new BrandAdvantage(config.advantagePrior());
  }

  /** Whether orders, and buyers where they are known, reach the minimum. */
  boolean sufficient(KeywordCell cell) {
    return cell.orders() != null
        && cell.orders() >= config.minOrders()
        && (cell.buyers() == null || cell.buyers() >= config.minBuyers());
  }

  /** The cell as seen by a brand, or by nobody when {@code brandId} is null. */
  KeywordExplanation judge(KeywordCell cell, @Nullable String brandId) {
    var competition = competition(cell);
    var edge = brandId == null ? null : edge(cell, brandId);
    var revenue = revenue(cell, edge == null ? null : Double.valueOf(edge.s()));
    var own = brandId == null ? null : own(cell, brandId);
    var rival = rival(cell, brandId);
    KeywordLabel label = brandId == null ? null : KeywordLabel.INSUFFICIENT;
    if (own != null && sufficient(cell)) {
      label = KeywordLabel.of(
          own.owns(), rival != null && rival.owns(), edge == null ? null : edge.A());
    }
    double[] features = features(competition, edge, revenue, cell.trend().trend());
    return new KeywordExplanation(
        cell.keyword(),
        brandId,
        cell.category(),
        cell.basis().label(),
        table.window(),
        cell.part(),
        competition,
        edge,
        revenue,
        conversion(cell),
        own,
        rival,
        cell.trend(),
        table.model(),
        sufficient(cell),
        label,
        features == null ? null : Double.valueOf(table.model().score(features)),
        null);
  }

  /** Label, score and worth as {@link #judge} and {@link #worth} give them, and nothing else. */
  Placed place(KeywordCell cell, @Nullable String brandId) {
    double worth = worth(cell, brandId);
    if (brandId == null) {
      return new Placed(cell, null, null, worth);
    }
    CategoryFigures figures = table.figures(cell);
    Long own = cell.brandOrders(brandId);
    Long all = cell.orders();
    Double entropies = entropy(cell);
    var revenue = revenue(cell, null);
    var side = figures == null || own == null || all == null || figures.orders() == 0
        ? null
        : advantage.side(
            own,
            all,
            figures.brandOrders(brandId),
            Math.max(figures.orders(), figures.brandOrders(brandId)),
            brands(cell, figures));
    Double score = side == null || entropies == null || revenue == null
        ? null
        : Double.valueOf(table
            .model()
            .score(ScoreModel.features(
                revenue.R(), side.lo(), entropies, cell.trend().trend())));
    return new Placed(cell, label(cell, brandId, own, all, side), score, worth);
  }

  private KeywordLabel label(
      KeywordCell cell,
      String brandId,
      @Nullable Long own,
      @Nullable Long all,
      BrandAdvantage.@Nullable Side side) {
    if (own == null || all == null || !sufficient(cell)) {
      return KeywordLabel.INSUFFICIENT;
    }
    // Less than half of the orders own nothing.
    boolean owns = 2 * own >= all && ownership.explain(brandId, own, all).owns();
    if (owns) {
      return KeywordLabel.OWNED;
    }
    var rival = rival(cell, brandId);
    return KeywordLabel.ofSide(false, rival != null && rival.owns(), side);
  }

  /** E, worked out once a table. */
  private @Nullable Double entropy(KeywordCell cell) {
    Map<KeywordCell, Optional<Double>> known = table.keep(
        KeywordEntropy.class, () -> Collections.synchronizedMap(new IdentityHashMap<>()));
    return known
        .computeIfAbsent(cell, c -> {
          var competition = competition(c);
          return Optional.ofNullable(competition == null ? null : competition.E());
        })
        .orElse(null);
  }

  /**
   * What puts a cell in its place.
   *
   * @param label null without a brand
   * @param score null where a part of it is missing
   */
  record Placed(
      KeywordCell cell,
      @Nullable KeywordLabel label,
      @Nullable Double score,
      double worth) {}

  /** What the score is computed from, with the given trend; null where a part is missing. */
  double @Nullable [] features(KeywordCell cell, String brandId, double trend) {
    var edge = edge(cell, brandId);
    return features(
        competition(cell),
        edge,
        revenue(cell, edge == null ? null : Double.valueOf(edge.s())),
        trend);
  }

  /**
   * R of the brand, without one of all, cheap to compute: by which rows without a score are ordered.
   * Negative when it is not known.
   */
  double worth(KeywordCell cell, @Nullable String brandId) {
    Double edge = brandId == null ? null : share(cell, brandId);
    var revenue = revenue(cell, edge);
    if (brandId == null) {
      return revenue != null
          ? revenue.R()
          : cell.gmv() == null ? -1 : cell.gmv().doubleValue();
    }
    Double brand = revenue == null ? null : revenue.RBrand();
    if (brand != null) {
      return brand;
    }
    var own = cell.brandGmv().get(brandId);
    return own == null ? -1 : own.doubleValue();
  }

  private static double @Nullable [] features(
      KeywordEntropy.@Nullable Explanation competition,
      BrandAdvantage.@Nullable Explanation edge,
      KeywordRevenue.@Nullable Explanation revenue,
      double trend) {
    if (competition == null
        || competition.E() == null
        || edge == null
        || edge.A() == null
        || revenue == null) {
      return null;
    }
    return ScoreModel.features(revenue.R(), edge.A().lo(), competition.E(), trend);
  }

  private KeywordEntropy.@Nullable Explanation competition(KeywordCell cell) {
    CategoryFigures figures = table.figures(cell);
    if (figures == null || !cell.complete()) {
      return null;
    }
    var brands = new TreeSet<>(figures.ordersByBrand().keySet());
    brands.addAll(cell.ordersByBrand().keySet());
    return entropy.explain(
        brands.stream().mapToLong(b -> cell.ordersByBrand().getOrDefault(b, 0L)).toArray());
  }

  private BrandAdvantage.@Nullable Explanation edge(KeywordCell cell, String brandId) {
    CategoryFigures figures = table.figures(cell);
    Long own = cell.brandOrders(brandId);
    if (figures == null || own == null || cell.orders() == null || figures.orders() == 0) {
      return null;
    }
    return advantage.explain(
        own,
        cell.orders(),
        figures.brandOrders(brandId),
        Math.max(figures.orders(), figures.brandOrders(brandId)),
        brands(cell, figures));
  }

  private @Nullable Double share(KeywordCell cell, String brandId) {
    CategoryFigures figures = table.figures(cell);
    Long own = cell.brandOrders(brandId);
    if (figures == null || own == null || cell.orders() == null || figures.orders() == 0) {
      return null;
    }
    return advantage.share(
        own, cell.orders(), figures.brandOrders(brandId), figures.orders(), brands(cell, figures));
  }

  /** K_c; of an incomplete market one brand more stands for those that are not named. */
  private static int brands(KeywordCell cell, CategoryFigures figures) {
    return figures.ordersByBrand().size()
        + (cell.basis() == Basis.AGGREGATE && named(figures) < figures.orders() ? 1 : 0);
  }

  private static long named(CategoryFigures figures) {
    return figures.ordersByBrand().values().stream().mapToLong(Long::longValue).sum();
  }

  private KeywordRevenue.@Nullable Explanation revenue(
      KeywordCell cell, @Nullable Double brandShare) {
    CategoryFigures figures = table.figures(cell);
    Double searchers = cell.categorySearchers();
    Double gmv = cell.winsorised();
    if (figures == null || searchers == null || gmv == null) {
      return null;
    }
    return KeywordRevenue.explain(searchers, gmv, figures.revenue(), brandShare);
  }

  private @Nullable Double conversion(KeywordCell cell) {
    CategoryFigures figures = table.figures(cell);
    Double searchers = cell.categorySearchers();
    if (figures == null || searchers == null || cell.buyers() == null) {
      return null;
    }
    return figures.conversion().shrink(searchers, cell.buyers());
  }

  private Ownership.@Nullable Explanation own(KeywordCell cell, String brandId) {
    Long own = cell.brandOrders(brandId);
    Long all = cell.orders();
    return own == null || all == null ? null : ownership.explain(brandId, own, all);
  }

  /** Only a brand with half of the orders can own a word, so at most one is asked. */
  private Ownership.@Nullable Explanation rival(KeywordCell cell, @Nullable String brandId) {
    Long all = cell.orders();
    if (all == null || all == 0) {
      return null;
    }
    return cell.ordersByBrand().entrySet().stream()
        .filter(e -> !e.getKey().equals(brandId) && 2 * e.getValue() >= all)
        .max(Map.Entry.<String, Long>comparingByValue()
            .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .map(e -> ownership.explain(e.getKey(), e.getValue(), all))
        .orElse(null);
  }
}
