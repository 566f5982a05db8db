package io.tidewatch.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.retention.RetentionDesk;
import io.tidewatch.connectors.intake.IntakeStatus;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the server can do besides answering questions.
 *
 * @param records takes pushed records
 * @param owner commands of whoever can read the data directory, by path: JSON in, JSON out
 * @param health how the service is
 * @param metrics metrics in the Prometheus text format
 */
public record Doors(
    RecordsDoor records,
    Map<String, Function<JsonNode, Object>> owner,
    Supplier<Health> health,
    Supplier<String> metrics) {

  /** Takes a body of records and answers with counts once they are durable. */
  @FunctionalInterface
  public interface RecordsDoor {
    Object accept(InputStream body, @Nullable String contentType);
  }

  /**
   * State of the service.
   *
   * @param status {@code UP}, {@code DEGRADED} when a scheduled source is late, an
   *     alert could not be delivered or old documents not dropped, or {@code DOWN}
   * @param ready whether questions are answered
   * @param intake last run, counts and errors of whoever delivered since the service was opened
   * @param dictionary which dictionary documents are annotated with
   * @param alerts saved rules and what they have to tell
   * @param retention what is kept of each source, and up to where it is sealed
   */
  public record Health(
      String status,
      boolean ready,
      List<SourceHealth> sources,
      List<IntakeStatus> intake,
      DictionaryHealth dictionary,
      AlertHealth alerts,
      RetentionHealth retention) {}

  /**
   * What is dropped when it gets old.
   *
   * @param sources those with a limit or a seal
   * @param lastRun when it was last tried; null when it was not since the service was opened
   * @param lastError why that failed; null when it did not
   */
  public record RetentionHealth(
      List<RetentionDesk.SourceLimit> sources,
      @Nullable Instant lastRun,
      @Nullable String lastError) {}

  /** The newest dictionary, and how many documents still wait to be annotated with it. */
  public record DictionaryHealth(String version, long pending) {}

  /**
   * Saved rules and their alerts.
   *
   * @param rules null when the state cannot be read
   * @param lastEvaluation when a rule was evaluated last; null when none was
   * @param undelivered alerts that wait; null when the state cannot be read
   * @param oldestUndelivered when the oldest of them was found
   * @param lastError why the last delivery failed, or why the state cannot be read
   */
  public record AlertHealth(
      @Nullable Integer rules,
      @Nullable Instant lastEvaluation,
      @Nullable Long undelivered,
      @Nullable Instant oldestUndelivered,
      @Nullable String lastError) {}

  /** Freshness of one source; {@code newest} is event time, {@code lastReceived} arrival. */
  public record SourceHealth(
      String source,
      long documents,
      @Nullable Instant newest,
      @Nullable Instant lastReceived,
      boolean late) {}
}
