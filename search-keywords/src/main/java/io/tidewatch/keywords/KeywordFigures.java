package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordCost;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.KeywordFunnel;
import io.tidewatch.keywords.answer.KeywordMoves;
import io.tidewatch.keywords.formula.ClickRate;
import io.tidewatch.keywords.formula.Conversion;
import io.tidewatch.keywords.formula.Halves;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordEntropy;
import io.tidewatch.keywords.formula.Met;
import io.tidewatch.keywords.formula.MetricTrend;
import io.tidewatch.keywords.formula.Spend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Works out what a row carries beside E, R and A from a cell of one table. Immutable. */
final class KeywordFigures {
  private static final int BRANDS = 6;

  private final KeywordConfig config;
  private final KeywordTable table;
  private final KeywordEntropy entropy;

  KeywordFigures(KeywordConfig config, KeywordTable table) {
    this.config = config;
    this.table = table;
    this.entropy = new KeywordEntropy(config.minOrders());
  }

  /** Everything; {@code margin} is the brand's, above 0 and at most 1, or null. */
  KeywordExplanation.Figures of(
      KeywordCell cell, @Nullable String brandId, @Nullable Double margin) {
    CategoryFigures category = table.figures(cell);
    return new KeywordExplanation.Figures(
        conversion(cell),
        category == null ? null : Double.valueOf(category.conversion().mean()),
        category == null ? null : Double.valueOf(category.conversion().weight()),
        funnel(cell, brandId),
        clickRate(cell, brandId),
        cost(cell, brandId, margin),
        roi(cell, brandId),
        moves(cell),
        table.examination());
  }

  @Nullable
  Interval conversion(KeywordCell cell) {
    CategoryFigures figures = table.figures(cell);
    Double searchers = cell.categorySearchers();
    if (figures == null || searchers == null || cell.buyers() == null) {
      return null;
    }
    return Conversion.of(searchers, cell.buyers(), figures.conversion());
  }

  KeywordFunnel funnel(KeywordCell cell, @Nullable String brandId) {
    Met all = cell.meetings().all();
    var brands = new LinkedHashSet<String>();
    if (brandId != null) {
      brands.add(brandId);
    }
    cell.ordersByBrand().entrySet().stream()
        .sorted(Comparator.comparingLong((Map.Entry<String, Long> e) -> -e.getValue())
            .thenComparing(Map.Entry::getKey))
        .forEach(e -> brands.add(e.getKey()));
    cell.meetings().byBrand().entrySet().stream()
        .sorted(Comparator.comparingLong(
                (Map.Entry<String, Met> e) -> -orZero(e.getValue().clicks()))
            .thenComparing(Map.Entry::getKey))
        .forEach(e -> brands.add(e.getKey()));
    var steps = new ArrayList<KeywordFunnel.Steps>();
    brands.stream().limit(BRANDS).forEach(brand -> steps.add(steps(cell, brand)));
    return new KeywordFunnel(
        cell.searchers(), all.impressions(), all.clicks(), all.carts(), cell.orders(), steps);
  }

  private static KeywordFunnel.Steps steps(KeywordCell cell, String brandId) {
    Met met = cell.meetings().of(brandId);
    Long orders = cell.brandOrders(brandId);
    return new KeywordFunnel.Steps(
        brandId,
        met.impressions(),
        met.clicks(),
        met.carts(),
        orders,
        share(met.clicks(), cell.meetings().all().clicks()),
        share(orders, cell.orders()));
  }

  @Nullable
  ClickRate clickRate(KeywordCell cell, @Nullable String brandId) {
    return brandId == null
        ? ClickRate.of(cell.meetings().all(), "market")
        : ClickRate.of(cell.meetings().of(brandId), "brand");
  }

  @Nullable
  KeywordCost cost(KeywordCell cell, @Nullable String brandId, @Nullable Double margin) {
    if (brandId == null) {
      return null;
    }
    Spend spend = cell.spend().get(brandId);
    return spend == null
        ? null
        : KeywordCost.of(spend, config.currency(), cell.brandOrders(brandId), margin);
  }

  /** The brand's guided revenue per unit of its spend; null when one of both is unknown. */
  @Nullable
  Double roi(KeywordCell cell, @Nullable String brandId) {
    Spend spend = brandId == null ? null : cell.spend().get(brandId);
    var revenue = brandId == null ? null : cell.brandGmv().get(brandId);
    if (spend == null || spend.amount() == null || spend.amount().signum() == 0) {
      return null;
    }
    if (revenue == null) {
      return cell.basis() == Basis.BEHAVIOUR ? Double.valueOf(0) : null;
    }
    return revenue.doubleValue() / spend.amount().doubleValue();
  }

  /** Null where the window's first half holds nothing at all. */
  @Nullable
  KeywordMoves moves(KeywordCell cell) {
    var searchers = cell.trend();
    Halves halves = cell.halves();
    if (!searchers.observed()) {
      return null;
    }
    Met met = cell.meetings().all();
    Long shown = met.impressions();
    Long clicks = met.clicks();
    return new KeywordMoves(
        MetricTrend.ofCounts(searchers.before(), searchers.after()),
        shown == null || clicks == null
            ? null
            : MetricTrend.ofShares(
                met.clicksBefore(),
                met.impressionsBefore(),
                clicks - met.clicksBefore(),
                shown - met.impressionsBefore()),
        halves == null
            ? null
            : MetricTrend.ofShares(
                halves.before().buyers(),
                searchers.before(),
                halves.after().buyers(),
                searchers.after()),
        halves == null ? null : MetricTrend.ofSums(halves),
        halves == null ? null : competition(cell, halves));
  }

  private MetricTrend.@Nullable Change competition(KeywordCell cell, Halves halves) {
    CategoryFigures figures = table.figures(cell);
    if (figures == null) {
      return null;
    }
    var brands = new TreeSet<>(figures.ordersByBrand().keySet());
    brands.addAll(cell.ordersByBrand().keySet());
    return MetricTrend.ofEntropy(
        entropy.explain(counts(brands, halves.before())),
        entropy.explain(counts(brands, halves.after())));
  }

  private static long[] counts(SortedSet<String> brands, Halves.Half half) {
    return brands.stream().mapToLong(b -> half.byBrand().getOrDefault(b, 0L)).toArray();
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private static @Nullable Double share(@Nullable Long part, @Nullable Long all) {
    return part == null || all == null || all == 0 ? null : Double.valueOf((double) part / all);
  }
}
