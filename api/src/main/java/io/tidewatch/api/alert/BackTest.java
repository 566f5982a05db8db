package io.tidewatch.api.alert;

import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Firing;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.SourceStatus;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have told in the past eight weeks: it is evaluated at each of its times in
 * order, as the service does, and each evaluation reads only what was said before it.
 */
final class BackTest {
  static final Duration PAST = Duration.ofDays(56);

  private final TrendQueries trends;
  private final ZoneId zone;

  BackTest(TrendQueries trends, ZoneId zone) {
    this.trends = trends;
    this.zone = zone;
  }

  /**
   * The outcome.
   *
   * @param from first evaluation; null when there was none
   * @param to last evaluation; null when there was none
   * @param days from the first to the last evaluation
   * @param alerts how often it would have told something
   * @param perDay alerts a day; of less than one day, as if it were one
   * @param busiest the local day with most alerts; null without alerts
   * @param fired every alert, oldest first
   * @param note why fewer than eight weeks were tested; null when they were not fewer
   */
  record Result(
      @Nullable Instant from,
      @Nullable Instant to,
      double days,
      int evaluations,
      int alerts,
      double perDay,
      @Nullable Busiest busiest,
      List<Fired> fired,
      @Nullable String note) {

    Result {
      fired = List.copyOf(fired);
    }
  }

  /** A local day and how many alerts fell on it. */
  record Busiest(LocalDate day, int alerts) {}

  /** What would have been told as of a time. */
  record Fired(Instant asOf, List<Firing> firings) {}

  /** Tests {@code rule} up to its last evaluation before {@code end}. */
  Result run(Rule rule, Instant end) {
    Instant oldest = trends.sources().stream()
        .map(SourceStatus::oldest)
        .min(Comparator.naturalOrder())
        .orElse(end);
    var periods = new Periods(zone, rule.every());
    Instant last = periods.floor(end);
    Instant eightWeeks = periods.ceiling(last.minus(PAST));
    Instant whole = periods.ceiling(oldest.plus(read(rule)));
    Instant first = whole.isAfter(eightWeeks) ? whole : eightWeeks;
    if (first.isAfter(last)) {
      return new Result(
          null,
          null,
          0,
          0,
          0,
          0,
          null,
          List.of(),
          "The stored documents do not fill one window yet, so nothing could be tested.");
    }
    var evaluator = new RuleEvaluator(trends, zone);
    var fired = new ArrayList<Fired>();
    Episodes episodes = Episodes.NONE;
    int evaluations = 0;
    for (Instant asOf = first; !asOf.isAfter(last); asOf = periods.next(asOf)) {
      episodes = Episodes.after(episodes.open(), evaluator.at(rule, asOf), asOf, rule.window());
      evaluations++;
      if (!episodes.news().isEmpty()) {
        fired.add(new Fired(asOf, episodes.news()));
      }
    }
    double days = Duration.between(first, last).toHours() / 24.0;
    return new Result(
        first,
        last,
        days,
        evaluations,
        fired.size(),
        fired.size() / Math.max(1, days),
        busiest(fired),
        fired,
        whole.isAfter(eightWeeks)
            ? "The stored documents go back to %s: %.1f of %d days were tested."
                .formatted(oldest, days, PAST.toDays())
            : null);
  }

  /** How far one evaluation looks back. */
  static Duration read(Rule rule) {
    return switch (rule.condition()) {
      case Condition.Level _, Condition.Climb _ -> Duration.ofDays(Condition.MOVER_DAYS);
      case Condition.Rising _, Condition.Growth _, Condition.Count _, Condition.Negative _ ->
        rule.window();
    };
  }

  private @Nullable Busiest busiest(List<Fired> fired) {
    Map<LocalDate, Long> byDay = fired.stream()
        .collect(Collectors.groupingBy(
            f -> f.asOf().atZone(zone).toLocalDate(), TreeMap::new, Collectors.counting()));
    return byDay.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(day -> new Busiest(day.getKey(), Math.toIntExact(day.getValue())))
        .orElse(null);
  }
}
