package io.tidewatch.model.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved question that is asked again and again and whose finding is told.
 *
 * @param id 1 to 64 letters, digits, hyphens and underscores, of any script
 * @param name as people read it, 1 to 100 characters
 * @param window what is looked at: whole hours, 1 hour to 28 days, ending at the evaluation; also
 *     how long a key must not have fired to be news again
 * @param every whole hours between two evaluations, 1 hour to 28 days; whole days for conditions
 *     that are judged by days
 * @param webhook name of the configured receiver
 * @param mutedUntil findings before it are kept and not sent; null when the rule is not muted
 */
public record Rule(
    String id,
    String name,
    Condition condition,
    Duration window,
    Duration every,
    String webhook,
    @Nullable Instant mutedUntil,
    Instant createdAt) {

  public Rule {
    if (!id.matches("[\\p{L}\\p{N}_-]{1,64}")) {
      throw new IllegalArgumentException(
          "id: 1 to 64 letters, digits, hyphens and underscores are required, got " + id);
    }
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("name: 1 to 100 characters are required, got " + name);
    }
    hours("window", window);
    hours("every", every);
    boolean byDay = condition instanceof Condition.Level || condition instanceof Condition.Climb;
    if (byDay && every.toHours() % 24 != 0) {
      throw new IllegalArgumentException(
          "every: whole days are required by detector " + condition.detector() + ", got " + every);
    }
  }

  /** The same rule, silent before {@code until}; null lets it speak. */
  public Rule muted(@Nullable Instant until) {
    return new Rule(id, name, condition, window, every, webhook, until, createdAt);
  }

  /** Whether findings as of {@code at} are kept back. */
  public boolean mutedAt(Instant at) {
    return mutedUntil != null && at.isBefore(mutedUntil);
  }

  private static void hours(String argument, Duration value) {
    if (value.compareTo(Duration.ofHours(1)) < 0
        || value.compareTo(Duration.ofDays(28)) > 0
        || value.toSeconds() % 3600 != 0) {
      throw new IllegalArgumentException(
          argument + ": whole hours from 1h to 28d are required, got " + value);
    }
  }
}
