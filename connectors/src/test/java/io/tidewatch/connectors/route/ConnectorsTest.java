package io.tidewatch.connectors.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectorsTest {
  @TempDir
  Path folder;

  @Test
  void ingest_goesThroughTheRoute() throws IOException {
    Path file = Files.writeString(
        folder.resolve("t.jsonl"),
        "{\"type\":\"click\",\"id\":\"1\",\"userId\":\"u\",\"at\":\"2025-06-01T00:00:00Z\"}\n");
    try (var bench = new Bench(folder);
        var connectors = open(bench, null)) {
      connectors.start();
      assertThat(connectors.ingest(List.of(file), null, null).counts())
          .isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
      assertThatThrownBy(() -> connectors.ingest(List.of(folder.resolve("no")), null, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("path:");
    }
  }

  @Test
  void deepLane_runsAtEachTick_andSurvivesAFailure() throws Exception {
    var ticks = new CountDownLatch(3);
    try (var bench = new Bench(folder);
        var connectors = open(bench, new DeepLaneSchedule(Duration.ofMillis(5), 7, budget -> {
          ticks.countDown();
          if (ticks.getCount() == 2) {
            throw new IllegalStateException("once");
          }
          return budget;
        }))) {
      connectors.start();
      assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Connectors open(Bench bench, DeepLaneSchedule deepLane) {
    return new Connectors(
        List.of(), bench.intake, bench.files, bench.readers, deepLane, bench.clock);
  }
}
