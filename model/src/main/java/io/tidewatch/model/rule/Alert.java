package io.tidewatch.model.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation of a rule found that was not told before.
 *
 * @param id made of rule and evaluation, so that the same finding is never two alerts
 * @param asOf end of the window (exclusive, event time)
 * @param firings at least one, strongest first
 * @param attempts deliveries that were begun
 * @param nextAttempt when delivery may be tried; not before
 * @param deliveredAt when the receiver took it; null while it has not
 * @param lastError why the last attempt failed; null when none did
 */
public record Alert(
    String id,
    String ruleId,
    String ruleName,
    String webhook,
    Instant asOf,
    Instant createdAt,
    State state,
    List<Firing> firings,
    int attempts,
    Instant nextAttempt,
    @Nullable Instant deliveredAt,
    @Nullable String lastError) {

  public Alert {
    firings = List.copyOf(firings);
    if (firings.isEmpty()) {
      throw new IllegalArgumentException("firings: at least one is required, got none");
    }
  }

  /** What becomes of an alert. */
  public enum State {
    /** It has to be delivered. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** Its rule was muted: it is kept and never sent. */
    MUTED,
    /** Its rule was removed before it was delivered. */
    DROPPED
  }

  /** A new alert that nobody has tried to deliver. */
  public static Alert found(Rule rule, Instant asOf, Instant now, List<Firing> firings) {
    return new Alert(
        idOf(rule.id(), asOf),
        rule.id(),
        rule.name(),
        rule.webhook(),
        asOf,
        now,
        rule.mutedAt(now) ? State.MUTED : State.PENDING,
        firings,
        0,
        now,
        null,
        null);
  }

  /** The identity of what a rule finds as of a time. */
  public static String idOf(String ruleId, Instant asOf) {
    return ruleId + "@" + asOf;
  }
}
