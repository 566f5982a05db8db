package io.tidewatch.api.alert;

import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Firing;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.MoverQuery;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule fires as of a time. Reads nothing that was said at or after that time and changes
 * nothing, so the same documents give the same answer. Safe from any thread.
 */
final class RuleEvaluator {
  private static final int FIRST_ROWS = 20;
  private static final int MOST_ROWS = 1000;
  private static final int EVIDENCE = 10;
  private static final Comparator<Firing> STRONGEST =
      Comparator.comparingDouble(Firing::value).reversed().thenComparing(Firing::key);

  private final TrendQueries trends;
  private final ZoneId zone;

  RuleEvaluator(TrendQueries trends, ZoneId zone) {
    this.trends = trends;
    this.zone = zone;
  }

  /**
   * What fires in [asOf - window, asOf), strongest first, then by key; a level or climb in the days
   * that its condition reads. Growth, levels and climbs are looked for among the 1000 keys of the
   * highest scores.
   */
  List<Firing> at(Rule rule, Instant asOf) {
    return switch (rule.condition()) {
      case Condition.Rising c ->
        keys(
            rule,
            asOf,
            c.kind(),
            c.keys(),
            RisingRow::score,
            rows -> rows.getLast().score() < c.threshold());
      case Condition.Growth c ->
        keys(rule, asOf, c.kind(), c.keys(), row -> row.growth().low(), rows -> false);
      case Condition.Level c -> movers(rule, asOf, "level", c.kind(), c.keys());
      case Condition.Climb c -> movers(rule, asOf, "climb", c.kind(), c.keys());
      case Condition.Count c -> count(rule, c, asOf).map(List::of).orElse(List.of());
      case Condition.Negative c -> negative(rule, c, asOf).map(List::of).orElse(List.of());
    };
  }

  /** Reads as many rows as it takes; {@code enough} tells that all further rows are too low. */
  private List<Firing> keys(
      Rule rule,
      Instant asOf,
      KeyKind kind,
      List<String> only,
      ToDoubleFunction<RisingRow> value,
      Function<List<RisingRow>, Boolean> enough) {
    int top = FIRST_ROWS;
    List<RisingRow> rows = rising(rule, kind, asOf, top);
    while (rows.size() == top && top < MOST_ROWS && !enough.apply(rows)) {
      top = Math.min(MOST_ROWS, 4 * top);
      rows = rising(rule, kind, asOf, top);
    }
    return rows.stream()
        .filter(row -> value.applyAsDouble(row) >= rule.condition().threshold())
        .filter(row -> wanted(row.key(), only))
        .map(row -> new Firing(
            row.key(),
            row.name(),
            value.applyAsDouble(row),
            row.count(),
            row.expected(),
            row.evidence()))
        .sorted(STRONGEST)
        .toList();
  }

  /** Keys that moved up so over the whole days before the evaluation, by the sure part of it. */
  private List<Firing> movers(
      Rule rule, Instant asOf, String movement, KeyKind kind, List<String> only) {
    var query = new MoverQuery(kind, Condition.MOVER_DAYS, asOf, MOST_ROWS, zone, Counting.USUAL);
    return trends.movers(query).stream()
        .filter(mover -> mover.movement().equals(movement))
        .filter(mover -> mover.factor().low() >= rule.condition().threshold())
        .filter(mover -> wanted(mover.key(), only))
        .map(mover -> new Firing(
            mover.key(), mover.name(), mover.factor().low(), mover.count(), null, mover.evidence()))
        .sorted(STRONGEST)
        .toList();
  }

  private static boolean wanted(String key, List<String> only) {
    return only.isEmpty() || only.stream().anyMatch(key::equalsIgnoreCase);
  }

  private List<RisingRow> rising(Rule rule, KeyKind kind, Instant asOf, int top) {
    return trends.rising(new RisingQuery(kind, rule.window(), asOf, top, zone));
  }

  private Optional<Firing> count(Rule rule, Condition.Count condition, Instant asOf) {
    long count = series(condition.query(), rule, asOf).stream()
        .mapToLong(point -> orZero(point.count()))
        .sum();
    return count < condition.threshold()
        ? Optional.empty()
        : Optional.of(
            firing(rule, condition.query(), condition.query(), asOf, (double) count, count));
  }

  private Optional<Firing> negative(Rule rule, Condition.Negative condition, Instant asOf) {
    List<SeriesPoint> points = series(condition.query(), rule, asOf);
    long documents =
        points.stream().mapToLong(point -> orZero(point.documents())).sum();
    long negative = points.stream().mapToLong(point -> orZero(point.negative())).sum();
    if (documents < condition.atLeast() || negative < condition.threshold() * documents) {
      return Optional.empty();
    }
    String proof = "(" + condition.query() + ") AND sentiment:negative";
    return Optional.of(
        firing(rule, condition.query(), proof, asOf, (double) negative / documents, documents));
  }

  private List<SeriesPoint> series(String query, Rule rule, Instant asOf) {
    return trends.series(
        new SeriesQuery(query, Duration.ofHours(1), asOf.minus(rule.window()), asOf, zone));
  }

  private Firing firing(
      Rule rule, String query, String proof, Instant asOf, double value, long count) {
    List<String> evidence = trends
        .search(new SearchQuery(proof, asOf.minus(rule.window()), asOf, EVIDENCE, null))
        .documents()
        .stream()
        .map(document -> document.record().key().toString())
        .toList();
    return new Firing(query, query, value, count, null, evidence);
  }

  private static long orZero(@Nullable Long count) {
    return count == null ? 0 : count;
  }
}
