package io.tidewatch.api.alert;

import io.tidewatch.api.view.Json;
import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.AlertLog;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.rule.RuleStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends what waits in the log. An attempt is written down before it is made, and what became of it
 * after: whatever happens in between, the alert is sent again under the same id, and never once it
 * is known to be taken. Pauses between attempts double and stand in the log, so they survive a
 * restart. One attempt an alert and call.
 */
final class Delivery implements AutoCloseable {
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** Longer than any attempt takes; then it counts as lost. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private static final int BATCH = 100;

  private final RuleStore rules;
  private final AlertLog log;
  private final Function<String, Webhook> webhooks;
  private final DingTalk dingTalk;
  private final Pace pace;
  private final InstantSource clock;
  private final URI dashboard;
  private final ZoneId zone;

  /**
   * Sends through {@code webhooks}, which throws {@link IllegalArgumentException} for a name that
   * is not configured.
   */
  Delivery(
      RuleStore rules,
      AlertLog log,
      Function<String, Webhook> webhooks,
      Duration timeout,
      InstantSource clock,
      URI dashboard,
      ZoneId zone) {
    this.rules = rules;
    this.log = log;
    this.webhooks = webhooks;
    this.dingTalk = new DingTalk(timeout, clock, new Json());
    this.pace = new Pace(clock);
    this.clock = clock;
    this.dashboard = dashboard;
    this.zone = zone;
  }

  /** Attempts what is due; a receiver that fails is left alone until the next call. */
  int run() {
    int delivered = 0;
    Set<String> failing = new HashSet<>();
    for (Alert alert : log.due(clock.instant(), BATCH)) {
      if (failing.contains(alert.webhook()) || !pace.permits(alert.webhook())) {
        continue;
      }
      Instant now = clock.instant();
      if (!log.claim(alert.id(), now, now.plus(LEASE))) {
        continue;
      }
      if (attempt(alert)) {
        delivered++;
      } else {
        failing.add(alert.webhook());
      }
    }
    return delivered;
  }

  private boolean attempt(Alert alert) {
    Rule rule = rules.get(alert.ruleId()).orElse(null);
    if (rule == null) {
      // Removed since: the log has dropped the alert.
      return false;
    }
    try {
      dingTalk.send(webhooks.apply(alert.webhook()), AlertMessage.of(alert, rule, dashboard, zone));
      log.delivered(alert.id(), clock.instant());
      return true;
    } catch (DeliveryException e) {
      failed(alert, String.valueOf(e.getMessage()), e.pause());
    } catch (IllegalArgumentException e) {
      failed(alert, String.valueOf(e.getMessage()), Duration.ZERO);
    }
    return false;
  }

  private void failed(Alert alert, String error, Duration least) {
    Duration pause = pause(alert.attempts() + 1);
    log.failed(alert.id(), error, clock.instant().plus(pause.compareTo(least) > 0 ? pause : least));
  }

  /** The pause after the given number of attempts. */
  static Duration pause(int attempts) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(20, attempts - 1));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  @Override
  public void close() {
    dingTalk.close();
  }
}
