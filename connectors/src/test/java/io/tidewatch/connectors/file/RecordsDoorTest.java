package io.tidewatch.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.model.record.StoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordsDoorTest {
  private static final String CLICK =
      "{\"type\":\"click\",\"id\":\"%s\",\"userId\":\"u\",\"at\":\"2025-06-01T00:00:00Z\"}";

  @TempDir
  Path folder;

  private Bench bench;
  private RecordsDoor door;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    door = new RecordsDoor(bench.intake, bench.readers);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private PushResult push(String body, String type) {
    return door.accept(new ByteArrayInputStream(body.getBytes(UTF_8)), type);
  }

  @Test
  void lines_answerForEachRecordWithItsLine() {
    String body = CLICK.formatted("1") + "\n\n{oops\n" + CLICK.formatted("1") + "\n";
    PushResult result = push(body, "application/x-ndjson");
    assertThat(result.received()).isEqualTo(3);
    assertThat(result.records())
        .extracting(r -> r.position() + " " + r.outcome() + " " + r.reason())
        .containsExactly("1 accepted null", "3 malformed syntax", "4 duplicate null");
    assertThat(bench.letters()).hasSize(1);
    assertThat(bench.documents.commits()).isEqualTo(1);
  }

  @Test
  void array_isTakenWhateverTheContentType() {
    String body = "[" + CLICK.formatted("1") + ",\n" + CLICK.formatted("2") + ",7]";
    assertThat(push(body, "application/json").accepted()).isEqualTo(2);
    PushResult again = push(body, null);
    assertThat(again.duplicate()).isEqualTo(2);
    assertThat(again.malformed()).isEqualTo(1);
  }

  @Test
  void emptyBody_isNothing() {
    assertThat(push("", "application/x-ndjson").received()).isZero();
    assertThat(push("[]", "application/json").received()).isZero();
  }

  @Test
  void storeAway_isThrownForA503() {
    bench.documents.beAway(99);
    assertThatThrownBy(() -> push(CLICK.formatted("1"), null))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void moreThanAChunk_isOneAnswer() {
    var body = new StringBuilder();
    for (int i = 0; i < 35; i++) {
      body.append(CLICK.formatted(i)).append('\n');
    }
    PushResult result = push(body.toString(), "application/x-ndjson");
    assertThat(result.accepted()).isEqualTo(35);
    assertThat(result.records()).hasSize(35);
    assertThat(bench.documents.commits()).isEqualTo(1);
  }
}
