package io.tidewatch.api.http;

import com.fasterxml.jackson.databind.JsonNode;
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
   * @param status {@code UP}, {@code DEGRADED} when a scheduled source is late, or {@code DOWN}
   * @param ready whether questions are answered
   * @param intake last run, counts and errors of whoever delivered since the service was opened
   * @param dictionary which dictionary documents are annotated with
   */
  public record Health(
      String status,
      boolean ready,
      List<SourceHealth> sources,
      List<IntakeStatus> intake,
      DictionaryHealth dictionary) {}

  /** The newest dictionary, and how many documents still wait to be annotated with it. */
  public record DictionaryHealth(String version, long pending) {}

  /** Freshness of one source; {@code newest} is event time, {@code lastReceived} arrival. */
  public record SourceHealth(
      String source,
      long documents,
      @Nullable Instant newest,
      @Nullable Instant lastReceived,
      boolean late) {}
}
