package io.tidewatch.api.alert;

import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.AlertLog;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.rule.RuleStore;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the rules whose time has come. Time is event time: a rule is evaluated as of its last
 * evaluation time that the newest document has reached, and of several that were missed, as of the
 * last one only.
 */
final class RuleWatch {
  private final Supplier<TrendQueries> trends;
  private final RuleStore rules;
  private final AlertLog log;
  private final InstantSource clock;
  private final ZoneId zone;

  RuleWatch(
      Supplier<TrendQueries> trends,
      RuleStore rules,
      AlertLog log,
      InstantSource clock,
      ZoneId zone) {
    this.trends = trends;
    this.rules = rules;
    this.log = log;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What an evaluation came to.
   *
   * @param asOf null when nothing was evaluated
   * @param firing keys that fulfil the condition
   * @param news those of them that were not told yet
   * @param alert id of the alert; null when there was nothing to tell
   * @param error why it could not be evaluated; null when it could
   */
  record Evaluated(
      String rule,
      Instant asOf,
      int firing,
      int news,
      @Nullable String alert,
      @Nullable String error) {}

  /** Evaluates each due rule once; one that fails does not keep the others. */
  List<Evaluated> run() {
    var evaluated = new ArrayList<Evaluated>();
    Instant newest = rules.list().isEmpty() ? null : end();
    if (newest == null) {
      return List.of();
    }
    for (Rule rule : rules.list()) {
      Instant asOf = new Periods(zone, rule.every()).floor(newest);
      if (log.evaluatedTo(rule.id()).filter(last -> !last.isBefore(asOf)).isPresent()) {
        continue;
      }
      try {
        Evaluated one = evaluate(rule, asOf);
        if (one != null) {
          evaluated.add(one);
        }
      } catch (IllegalArgumentException | StoreUnavailableException e) {
        evaluated.add(new Evaluated(rule.id(), asOf, 0, 0, null, String.valueOf(e.getMessage())));
      }
    }
    return List.copyOf(evaluated);
  }

  /** The newest event, but not the future; null on an empty store. */
  private @Nullable Instant end() {
    Instant now = clock.instant();
    return trends.get().newestEventTime().map(t -> t.isAfter(now) ? now : t).orElse(null);
  }

  private @Nullable Evaluated evaluate(Rule rule, Instant asOf) {
    var firings = new RuleEvaluator(trends.get(), zone).at(rule, asOf);
    Duration window = rule.window();
    Episodes episodes = Episodes.after(log.episodes(rule.id()), firings, asOf, window);
    Instant now = clock.instant();
    Alert alert = episodes.news().isEmpty() ? null : Alert.found(rule, asOf, now, episodes.news());
    if (!log.record(rule.id(), asOf, now, episodes.open(), alert)) {
      return null;
    }
    return new Evaluated(
        rule.id(),
        asOf,
        firings.size(),
        episodes.news().size(),
        alert == null ? null : alert.id(),
        null);
  }
}
