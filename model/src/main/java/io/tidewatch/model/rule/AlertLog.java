package io.tidewatch.model.rule;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what rules found and whether it was delivered. Safe from any thread and from several
 * processes on one database; times are kept to the microsecond. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface AlertLog {

  /** As of when a rule was evaluated last; empty when it never was. */
  Optional<Instant> evaluatedTo(String ruleId);

  /** When the last evaluation of any rule was recorded; empty when none was. */
  Optional<Instant> lastEvaluation();

  /** Episodes of a rule by key. */
  List<Episode> episodes(String ruleId);

  /**
   * Records one evaluation whole or not at all: its time, the episodes that replace the rule's
   * former ones, and the alert if there is one.
   *
   * @param now when it was made
   * @return false, with nothing changed, when the rule is gone, was evaluated as of this time or a
   *     later one, or already has an alert of this identity
   */
  boolean record(
      String ruleId, Instant asOf, Instant now, List<Episode> episodes, @Nullable Alert alert);

  /** Pending alerts whose time has come, oldest first. */
  List<Alert> due(Instant now, int limit);

  /**
   * Begins a delivery: counts the attempt and keeps others away until {@code retryAt}. False when
   * the alert is not due any more, because another delivery of it has begun or ended.
   */
  boolean claim(String alertId, Instant now, Instant retryAt);

  /** Ends a delivery that the receiver took. */
  void delivered(String alertId, Instant at);

  /** Ends a delivery that failed; the next may begin at {@code retryAt}. */
  void failed(String alertId, String error, Instant retryAt);

  /** Alerts of one rule, or of all when null; newest first, then by id. */
  List<Alert> list(@Nullable String ruleId, int limit);

  /** How many wait for delivery, and how it goes. */
  Backlog backlog();

  /**
   * Alerts that wait for delivery.
   *
   * @param failing those of them whose last attempt failed
   * @param oldest when the oldest was found; null when none waits
   * @param lastError why the latest failed attempt of them failed; null when none did
   */
  record Backlog(
      long pending,
      long failing,
      @Nullable Instant oldest,
      @Nullable String lastError) {}
}
