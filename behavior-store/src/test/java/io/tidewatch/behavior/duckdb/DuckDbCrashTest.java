package io.tidewatch.behavior.duckdb;

import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.behavior.Facts;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left after a killed process and a disk that refuses. */
final class DuckDbCrashTest {
  private static final int BATCHES = 12;
  private static final int RECORDS = 20;
  private static final DuckDbSettings SETTINGS = new DuckDbSettings(1, 200, 3, 1_000_000);

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void kill_afterAcknowledgedBatches_losesNoneAndRepeatsNone(int acknowledged)
      throws IOException, InterruptedException {
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DuckDbCrashTest.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (var out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < acknowledged; i++) {
        assertThat(out.readLine()).isEqualTo("stored " + i);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS)) {
      long stored = store.counts().getFirst().records();
      assertThat(stored).isGreaterThanOrEqualTo((long) acknowledged * RECORDS);
      assertThat(stored % RECORDS).as("whole batches").isZero();
      long accepted = 0;
      for (int i = 0; i < BATCHES; i++) {
        accepted += store.accept(batch(i), records(i)).stream()
            .filter(o -> o == ACCEPTED)
            .count();
      }
      assertThat(stored + accepted).isEqualTo((long) BATCHES * RECORDS);
      assertThat(store.counts()).containsExactly(new TypeCount("order", (long) BATCHES * RECORDS));
    }
  }

  /** The process that is killed: stores batches and says so after each. */
  public static void main(String[] args) {
    try (var store = new DuckDbBehaviorStore(Path.of(args[0]), Facts::catalogue, SETTINGS)) {
      for (int i = 0; i < BATCHES; i++) {
        store.accept(batch(i), records(i));
        System.out.println("stored " + i);
      }
    }
  }

  @Test
  void accept_diskRefuses_failsAndStoresOnTheNextCall() throws IOException {
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS)) {
      store.accept(batch(0), records(0));
      Path arrivals = folder.resolve("arrivals");
      Path aside = folder.resolve("aside");
      Files.move(arrivals, aside);
      Files.writeString(arrivals, "in the way");
      assertThatThrownBy(() -> store.accept(batch(1), records(1)))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining(folder.toString());
      assertThatThrownBy(store::counts).isInstanceOf(StoreUnavailableException.class);
      Files.delete(arrivals);
      Files.move(aside, arrivals);
      List<WriteOutcome> outcomes = store.accept(batch(1), records(1));
      assertThat(outcomes).containsOnly(ACCEPTED);
      assertThat(store.counts()).containsExactly(new TypeCount("order", 2L * RECORDS));
    }
  }

  @Test
  void counts_damagedFile_isNamed() throws IOException {
    Files.createDirectories(folder.resolve("arrivals"));
    Files.writeString(folder.resolve("arrivals/damaged.parquet"), "not Parquet");
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS)) {
      assertThatThrownBy(store::counts)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("damaged.parquet");
    }
  }

  @Test
  void accept_afterClose_isRefused() {
    var store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS);
    store.close();
    assertThatThrownBy(() -> store.accept(batch(0), records(0)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(store::counts).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void compact_aMonthOfSmallBatches_leavesOneFileADay() throws IOException {
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS)) {
      for (int i = 0; i < BATCHES; i++) {
        store.accept(batch(i), records(i));
      }
      store.compact();
      assertThat(store.compact()).isZero();
    }
    try (var tree = Files.walk(folder.resolve("facts/order"))) {
      assertThat(tree.filter(Files::isRegularFile).map(Path::getParent).toList())
          .doesNotHaveDuplicates()
          .hasSize(4);
    }
    assertThat(folder.resolve("arrivals")).isEmptyDirectory();
  }

  @Test
  void settings_belowTheLeast_areRefused() {
    assertThatThrownBy(() -> new DuckDbSettings(0, 1000, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads: at least 1 is required, got 0");
  }

  @Test
  void unknownProducts_ordersOutsideTheCatalogue_areListed() {
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS)) {
      store.accept(
          batch(0),
          List.of(
              Facts.order("o1", "u1", "2025-06-02T02:00:00Z", "gone", "1", null),
              Facts.order("o2", "u1", "2025-06-02T02:00:00Z", "gone", "1", null),
              Facts.order("o3", "u1", "2025-06-02T02:00:00Z", "p1", "1", null)));
      assertThat(store.unknownProducts(DuckDbBehaviorStoreTest.june()))
          .containsExactly(new UnknownProduct("gone", 2));
    }
  }

  private static BatchId batch(int i) {
    return new BatchId("shop", "crash", i);
  }

  /** Orders of four days. */
  private static List<DataRecord> records(int batch) {
    var records = new ArrayList<DataRecord>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(Facts.order(
          "o" + batch + "-" + i, "u1", "2025-06-0" + (1 + i % 4) + "T02:00:00Z", "p1", "1", null));
    }
    return records;
  }
}
