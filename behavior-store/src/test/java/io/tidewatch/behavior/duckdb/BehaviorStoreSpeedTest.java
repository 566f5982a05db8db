package io.tidewatch.behavior.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.behavior.Facts;
import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of a shop through the store; the times are printed, only the counts are asserted. */
final class BehaviorStoreSpeedTest {
  private static final int EVENTS = Integer.getInteger("tidewatch.speed.events", 50_000);
  private static final int BATCH = Integer.getInteger("tidewatch.speed.batch", 5_000);
  private static final Instant FROM = Instant.parse("2025-05-31T16:00:00Z");
  private static final Window JUNE =
      new Window(FROM, Instant.parse("2025-06-30T16:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @TempDir
  Path folder;

  @Test
  void month_storedAndRead_keepsEveryRecord() {
    List<List<DataRecord>> batches = batches();
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue)) {
      assertThat(store.counts()).isEmpty();
      timed("store " + EVENTS + " events in batches of " + BATCH, () -> write(store, batches));
      timed("attributed, before compaction", () -> attributed(store));
      timed("compact", store::compact);
      var orders = timed("attributed", () -> attributed(store));
      timed("traffic", () -> store.keywordTraffic(JUNE).size());
      timed("category orders", () -> store.categoryBrandOrders(JUNE).size());
      timed("interest facts", () -> interests(store));
      timed("counts", store::counts);
      timed("newest", store::newestEventTime);
      assertThat(store.counts().stream().mapToLong(TypeCount::records).sum()).isEqualTo(EVENTS);
      assertThat(orders).isPositive();
    }
    try (var store = new DuckDbBehaviorStore(folder, Facts::catalogue)) {
      timed("open and newest", store::newestEventTime);
      var again = timed("same batches again", () -> write(store, batches));
      assertThat(again).isZero();
      List<List<DataRecord>> others = new ArrayList<>(batches).subList(0, batches.size() / 5);
      var renamed = timed("a fifth again under other names", () -> rename(store, others));
      assertThat(renamed).isZero();
    }
  }

  private static long write(DuckDbBehaviorStore store, List<List<DataRecord>> batches) {
    long accepted = 0;
    for (int i = 0; i < batches.size(); i++) {
      accepted += accepted(store.accept(new BatchId("shop", "june", i), batches.get(i)));
    }
    return accepted;
  }

  private static long rename(DuckDbBehaviorStore store, List<List<DataRecord>> batches) {
    long accepted = 0;
    for (int i = 0; i < batches.size(); i++) {
      accepted += accepted(store.accept(new BatchId("shop", "june copy", i), batches.get(i)));
    }
    return accepted;
  }

  private static long accepted(List<WriteOutcome> outcomes) {
    return outcomes.stream().filter(o -> o == WriteOutcome.ACCEPTED).count();
  }

  private static long attributed(DuckDbBehaviorStore store) {
    var orders = new ArrayList<AttributedOrder>();
    store.attributedOrders(JUNE, orders::add);
    return orders.size();
  }

  private static long interests(DuckDbBehaviorStore store) {
    long[] count = new long[1];
    store.interestFacts(JUNE, fact -> count[0]++);
    return count[0];
  }

  /** Three searches with ten results, six clicks and one order in ten events, in order of time. */
  private static List<List<DataRecord>> batches() {
    var random = new Random(7);
    var batches = new ArrayList<List<DataRecord>>();
    var batch = new ArrayList<DataRecord>();
    String[] shown = {"p1", "p2", "p3", "x1", "x2", "p1", "p2", "p3", "x3", "x4"};
    for (int i = 0; i < EVENTS; i++) {
      String user = "user-" + random.nextInt(Math.max(10, EVENTS / 40));
      String at = FROM.plusSeconds(30L * 86_400 * i / EVENTS).toString();
      String product = "p" + (1 + random.nextInt(3));
      String query = "q" + i / 10 * 10;
      batch.add(
          switch (i % 10) {
            case 0, 4, 7 ->
              Facts.search("s" + i, user, at, "关键词 " + random.nextInt(2000), "q" + i, shown);
            case 9 ->
              Facts.order(
                  "o" + i, user, at, product, "99.90", random.nextInt(3) == 0 ? query : null);
            default -> Facts.click("c" + i, user, at, product, query);
          });
      if (batch.size() == BATCH || i == EVENTS - 1) {
        batches.add(List.copyOf(batch));
        batch.clear();
      }
    }
    return batches;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    String text = String.valueOf(result);
    System.out.printf(
        "%-48s %7d ms  %s%n",
        what,
        (System.nanoTime() - start) / 1_000_000,
        text.substring(0, Math.min(60, text.length())));
    return result;
  }
}
