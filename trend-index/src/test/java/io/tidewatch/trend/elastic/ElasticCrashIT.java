package io.tidewatch.trend.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.Seal;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.Samples;
import io.tidewatch.trend.engine.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What an index holds after its node ended in the middle of its work. */
@NullUnmarked
class ElasticCrashIT {
  @TempDir(cleanup = CleanupMode.NEVER)
  Path directory;

  @Test
  void acknowledgedBatch_afterTheNodeIsKilled_isStillThere() throws IOException {
    try (var node = new ElasticNode(directory)) {
      node.start();
      var settings = new ElasticSettings(
          List.of(node.url()), "crash", null, Duration.ofSeconds(30), 3, Duration.ofMillis(100));
      try (var store = new ElasticDocumentStore(settings, () -> Samples.CATALOGUE)) {
        store.accept(batch(0));
        store.commit();
        store.accept(batch(1));
        node.kill();
        assertThatThrownBy(() -> store.accept(batch(2)))
            .isInstanceOf(StoreUnavailableException.class)
            .hasMessageContaining("crash");
        assertThatThrownBy(store::count).isInstanceOf(StoreUnavailableException.class);

        node.start();

        assertThat(store.accept(batch(1))).containsOnly(WriteOutcome.DUPLICATE);
        assertThat(store.accept(batch(2))).containsOnly(WriteOutcome.ACCEPTED);
        store.commit();
        assertThat(store.count()).isEqualTo(300);
      }
      try (var reopened = new ElasticDocumentStore(settings, () -> Samples.CATALOGUE)) {
        assertThat(reopened.accept(batch(0))).containsOnly(WriteOutcome.DUPLICATE);
        assertThat(reopened.count()).isEqualTo(300);
      }
    }
  }

  @Test
  void sealing_theNodeIsKilledInMidDrop_isEndedAtTheNextOpening() throws IOException {
    try (var node = new ElasticNode(directory)) {
      node.start();
      var settings = new ElasticSettings(
          List.of(node.url()), "seal", null, Duration.ofSeconds(30), 3, Duration.ofMillis(100));
      Seal seal = new Seal("weibo", LocalDate.parse("2025-06-28"), ZoneOffset.UTC);
      try (var store = new ElasticDocumentStore(settings, () -> Samples.CATALOGUE)) {
        store.accept(batch(0));
        store.accept(List.of(
            Samples.post("old", "ann", "2025-06-01T00:00:00Z", "LV"),
            Samples.post("open", "ann", "2025-06-28T00:00:00Z", "LV")));
        store.commit();
        var engine = new ElasticEngine(settings);
        // the seal, and the drop of the newer of the two days, are on disk; then the node goes
        engine.commit(Map.of(), List.of(seal));
        engine.drop(Selection.of(new Expression.Value(Field.SOURCE, "weibo"))
            .between(
                Micros.of(Instant.parse("2025-06-26T00:00:00Z")),
                Micros.of(Instant.parse("2025-06-27T00:00:00Z"))));
        node.kill();
        assertThatThrownBy(() -> engine.drop(Selection.of(new Expression.Everything())))
            .isInstanceOf(StoreUnavailableException.class);
        engine.close();
        assertThatThrownBy(() -> store.retention().seal(List.of(seal)))
            .isInstanceOf(StoreUnavailableException.class);
      }
      node.start();
      try (var reopened = new ElasticDocumentStore(settings, () -> Samples.CATALOGUE)) {
        assertThat(reopened.retention().seals()).containsExactly(seal);
        assertThat(reopened.count()).isEqualTo(1);
        assertThat(reopened.accept(batch(0))).containsOnly(WriteOutcome.SEALED);
      }
    }
  }

  private static List<AnnotatedDocument> batch(int number) {
    return IntStream.range(0, 100)
        .mapToObj(i -> Samples.post(number + "-" + i, "u" + i, "2025-06-26T01:00:00Z", "LV"))
        .toList();
  }
}
