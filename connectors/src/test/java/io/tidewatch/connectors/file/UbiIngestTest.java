package io.tidewatch.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Search;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UBI's own files go in as they are. */
final class UbiIngestTest {
  private static final String LINES = """
      {"application":"shop","query_id":"q1","client_id":"c1","user_query":"精华","timestamp":"2025-06-01T08:00:00Z","query_response_hit_ids":["p1","p2"]}
      {"application":"shop","query_id":"q1","client_id":"c1","user_query":"精华","timestamp":"2025-06-01T08:00:00Z","query_response_hit_ids":["p1","p2","p3"]}
      {"application":"shop","action_name":"click","query_id":"q1","client_id":"c1","timestamp":"2025-06-01T08:00:05Z","event_attributes":{"object":{"object_id":"p2"},"position":{"ordinal":2}}}
      {"application":"shop","action_name":"click","query_id":"q1","client_id":"c1","timestamp":"2025-06-01T08:00:05Z","event_attributes":{"object":{"object_id":"p2"},"position":{"ordinal":2}}}
      {"application":"shop","action_name":"brand_filter","query_id":"q1","client_id":"c1","timestamp":"2025-06-01T08:00:09Z","event_attributes":{"position":{"ordinal":1}}}
      {"application":"shop","action_name":"click","client_id":"c1"}
      {"user_query":"","query_id":"q2"}
      """;

  @TempDir
  Path folder;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void file_ofQueriesAndEvents_goesInAndBadOnesAreNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("ubi.jsonl"), LINES);

    assertThat(bench.ingest(file, null).counts()).isEqualTo(new IntakeCounts(7, 4, 1, 2, 0));

    assertThat(bench.behavior.records())
        .extracting(DataRecord::type)
        .containsExactlyInAnyOrder("search", "click", "action");
    assertThat(bench.behavior.records())
        .filteredOn(Search.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Search.class, s -> assertThat(s.results()).containsExactly("p1", "p2", "p3"));
    assertThat(bench.letters())
        .hasSize(2)
        .anyMatch(letter -> letter.contains("timestamp is required"))
        .anyMatch(letter -> letter.contains("user_query is required"));
  }

  @Test
  void file_underTheNameUbi_mayHaveAnyEnding() throws IOException {
    Path file = Files.writeString(folder.resolve("export.log"), LINES);

    assertThat(bench.ingest(file, "ubi").counts()).isEqualTo(new IntakeCounts(7, 4, 1, 2, 0));
  }

  @Test
  void letters_ofUbiRecords_areReplayedAsUbiRecords() throws IOException {
    bench.ingest(Files.writeString(folder.resolve("ubi.jsonl"), LINES), null);
    Path letters = bench.deadLetters.folder().resolve("2026-01-02.jsonl");
    Files.writeString(
        letters,
        Files.readString(letters)
            .replace(
                "\\\"client_id\\\":\\\"c1\\\"}",
                "\\\"client_id\\\":\\\"c1\\\",\\\"timestamp\\\":\\\"2025-06-01T09:00:00Z\\\"}"));

    var replay = new DeadLetterReplay(bench.intake, bench.readers, bench.deadLetters, bench.clock);

    assertThat(replay.replay(List.of()).counts()).isEqualTo(new IntakeCounts(2, 1, 0, 1, 0));
  }

  @Test
  void push_ofUbiRecords_isTakenIn() {
    var door = new RecordsDoor(bench.intake, bench.readers);

    PushResult result = door.accept(
        new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)), "application/x-ndjson");

    assertThat(result.accepted()).isEqualTo(4);
    assertThat(result.malformed()).isEqualTo(2);
  }
}
