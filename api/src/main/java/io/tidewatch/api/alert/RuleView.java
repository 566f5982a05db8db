package io.tidewatch.api.alert;

import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.trend.KeyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as answers show it; null is what its detector does not have. */
public record RuleView(
    String id,
    String name,
    String detector,
    @Nullable KeyKind kind,
    List<String> keys,
    @Nullable String query,
    double threshold,
    @Nullable Integer atLeast,
    String window,
    String every,
    String webhook,
    @Nullable Instant mutedUntil,
    Instant createdAt,
    @Nullable Instant evaluatedTo) {

  static RuleView of(Rule rule, @Nullable Instant evaluatedTo) {
    Condition condition = rule.condition();
    KeyKind kind = null;
    List<String> keys = List.of();
    String query = null;
    Integer atLeast = null;
    switch (condition) {
      case Condition.Rising c -> {
        kind = c.kind();
        keys = c.keys();
      }
      case Condition.Growth c -> {
        kind = c.kind();
        keys = c.keys();
      }
      case Condition.Level c -> {
        kind = c.kind();
        keys = c.keys();
      }
      case Condition.Climb c -> {
        kind = c.kind();
        keys = c.keys();
      }
      case Condition.Count c -> query = c.query();
      case Condition.Negative c -> {
        query = c.query();
        atLeast = c.atLeast();
      }
    }
    return new RuleView(
        rule.id(),
        rule.name(),
        condition.detector(),
        kind,
        keys,
        query,
        condition.threshold(),
        atLeast,
        hours(rule.window()),
        hours(rule.every()),
        rule.webhook(),
        rule.mutedUntil(),
        rule.createdAt(),
        evaluatedTo);
  }

  private static String hours(Duration duration) {
    return duration.toHours() + "h";
  }
}
