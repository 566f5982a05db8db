package io.tidewatch.behavior.duckdb;

import static io.tidewatch.behavior.Facts.click;
import static io.tidewatch.behavior.Facts.order;
import static io.tidewatch.behavior.Facts.search;
import static io.tidewatch.behavior.Facts.user;
import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static io.tidewatch.model.record.WriteOutcome.DUPLICATE;
import static io.tidewatch.model.record.WriteOutcome.SEALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.behavior.Facts;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore.TypeCount;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.StoreSale;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to go is gone: days by retention, people by erasure, also after a crash. */
final class UpkeepTest {
  private static final Instant NOW = Instant.parse("2025-06-30T12:00:00Z");
  private static final String GONE = "erase-me-7f3a";
  private static final DuckDbSettings SETTINGS = new DuckDbSettings(1, 200, 512, 1_000_000);
  private static final int BATCHES = 6;

  @TempDir
  Path folder;

  private DuckDbBehaviorStore store;
  private long chunk;

  @BeforeEach
  void open() {
    store = new DuckDbBehaviorStore(folder, Facts::catalogue, SETTINGS);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    close();
    open();
  }

  private List<WriteOutcome> accept(DataRecord... records) {
    return store.accept(new BatchId("shop", "upkeep", chunk++), List.of(records));
  }

  private static DataRecord[] twoOrdersAndASearch() {
    return new DataRecord[] {
      order("o1", "u1", "2025-06-19T23:59:59Z", "p1", "10", null),
      order("o2", "u1", "2025-06-20T00:00:00Z", "p1", "10", null),
      search("s1", "u1", "2025-06-01T00:00:00Z", "手机", null)
    };
  }

  @Test
  void retain_oldDays_goWholeAndOtherTypesStay() throws IOException {
    accept(twoOrdersAndASearch());

    assertThat(store.retain(Map.of("order", 10), NOW))
        .containsExactly(Map.entry("order", LocalDate.parse("2025-06-20")));

    for (int round = 0; round < 2; round++) {
      assertThat(store.counts())
          .containsExactly(new TypeCount("order", 1), new TypeCount("search", 1));
      assertThat(folder.resolve("facts/order/day=2025-06-19")).doesNotExist();
      assertThat(folder.resolve("arrivals")).isEmptyDirectory();
      reopen();
    }
  }

  @Test
  void accept_recordOfADroppedDay_isRefusedAndTheRestOfItsBatchIsNot() {
    accept(twoOrdersAndASearch());
    store.retain(Map.of("order", 10), NOW);
    reopen();

    assertThat(accept(
            order("o1", "u1", "2025-06-19T23:59:59Z", "p1", "12", null),
            order("o3", "u1", "2025-06-20T00:00:00Z", "p1", "10", null),
            search("s2", "u1", "2025-06-01T00:00:00Z", "手机", null)))
        .containsExactly(SEALED, ACCEPTED, ACCEPTED);
    assertThat(store.counts())
        .containsExactly(new TypeCount("order", 2), new TypeCount("search", 2));
  }

  @Test
  void retain_moreDaysLater_opensNothing() {
    accept(twoOrdersAndASearch());
    store.retain(Map.of("order", 10), NOW);

    assertThat(store.retain(Map.of("order", 300), NOW).get("order")).isEqualTo("2025-06-20");
    assertThat(accept(order("o9", "u1", "2025-06-01T00:00:00Z", "p1", "1", null)))
        .containsExactly(SEALED);
  }

  @Test
  void retain_sameBatchAgain_isDuplicateAndStaysDropped() {
    var batch = new BatchId("shop", "orders.jsonl", 0);
    List<DataRecord> records = List.of(twoOrdersAndASearch());
    store.accept(batch, records);
    store.retain(Map.of("order", 10), NOW);

    assertThat(store.accept(batch, records)).containsOnly(DUPLICATE);
    assertThat(store.counts())
        .containsExactly(new TypeCount("order", 1), new TypeCount("search", 1));
  }

  @Test
  void retain_killedBetweenSealAndDrop_isFinishedAtOpening() throws IOException {
    accept(twoOrdersAndASearch());
    store.compact();
    close();
    Files.writeString(folder.resolve("sealed.txt"), "order\t2025-06-20\n");
    open();
    assertThat(store.counts())
        .containsExactly(new TypeCount("order", 1), new TypeCount("search", 1));
    assertThat(folder.resolve("facts/order/day=2025-06-19")).doesNotExist();
  }

  @Test
  void retain_diskRefuses_dropsNothingAndGoesOnLater() throws IOException {
    accept(twoOrdersAndASearch());
    Path inTheWay = Files.createDirectories(folder.resolve("sealed.txt/x"));

    assertThatThrownBy(() -> store.retain(Map.of("order", 10), NOW))
        .isInstanceOf(StoreUnavailableException.class);

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(store.counts())
        .containsExactly(new TypeCount("order", 2), new TypeCount("search", 1));
    store.retain(Map.of("order", 10), NOW);
    assertThat(store.counts())
        .containsExactly(new TypeCount("order", 1), new TypeCount("search", 1));
  }

  @Test
  void retain_badDays_areNamed() {
    assertThatThrownBy(() -> store.retain(Map.of("post", 10), NOW))
        .hasMessage("retention.behavior: a behaviour or person type is required, got post");
    assertThatThrownBy(() -> store.retain(Map.of("order", 0), NOW))
        .hasMessage("retention.behavior.order: at least 1 day is required, got 0");
  }

  @Test
  void erase_onePerson_leavesNoTraceAndNobodyElseOut() throws Exception {
    accept(
        order("o1", GONE, "2025-06-19T00:00:00Z", "p1", "10", null),
        order("o2", "u1", "2025-06-19T00:00:00Z", "p1", "11", null),
        mentioning("o3", "u2", "{\"referrer\":\"" + GONE + "\",\"x\":1}"),
        mentioning("o4", "u2", "{\"referrer\":\"" + GONE + "x\"}"),
        user(GONE, "2025-06-01T00:00:00Z", Map.of("city", "上海")),
        user("u2", "2025-06-01T00:00:00Z", Map.of("invitedBy", GONE)));
    store.compact();
    accept(
        click("c1", GONE, "2025-06-20T00:00:00Z", "p1", null),
        click("c2", "u1", "2025-06-20T00:00:00Z", "p1", null),
        new StoreSale(
            Facts.envelope(null, "sale"),
            "x1",
            "store",
            NOW,
            java.math.BigDecimal.ONE,
            "CNY",
            GONE),
        new IdentityLink(
            Facts.envelope(null, "link"),
            "i1",
            new IdentityLink.Identifier("user", GONE),
            new IdentityLink.Identifier("device", "d1"),
            "login",
            null,
            NOW));

    assertThat(store.erase(Set.of(GONE, "another-form")))
        .containsExactly(
            new TypeCount("click", 1),
            new TypeCount("identity", 1),
            new TypeCount("order", 1),
            new TypeCount("store_sale", 1),
            new TypeCount("user", 1));

    for (int round = 0; round < 2; round++) {
      assertThat(store.counts())
          .containsExactly(
              new TypeCount("click", 1), new TypeCount("order", 3), new TypeCount("user", 1));
      assertThat(traces(folder)).isEmpty();
      reopen();
    }
    assertThat(store.erase(Set.of(GONE))).isEmpty();
    assertThat(accept(order("o9", GONE, "2025-06-19T00:00:00Z", "p1", "10", null)))
        .as("later records are allowed")
        .containsExactly(ACCEPTED);
  }

  @Test
  void erase_idWithQuotes_isFoundInItsJsonForm() throws Exception {
    String odd = "o'\"\\x";
    accept(
        order("o1", odd, "2025-06-19T00:00:00Z", "p1", "10", null),
        mentioning("o2", "u2", "{\"by\":\"o'\\\"\\\\x\"}"));
    assertThat(store.erase(Set.of(odd))).containsExactly(new TypeCount("order", 1));
    assertThat(store.counts()).containsExactly(new TypeCount("order", 1));
    assertThat(rows(folder, "extra IS NOT NULL")).isEmpty();
  }

  @Test
  void erase_tombstoneOfTheUser_goesToo() throws Exception {
    accept(user(GONE, "2025-06-01T00:00:00Z", Map.of()), Facts.deletion("user", GONE));
    store.compact();
    store.erase(Set.of(GONE));
    assertThat(traces(folder)).isEmpty();
  }

  @Test
  void erase_emptyIdentifier_isRefused() {
    assertThatThrownBy(() -> store.erase(Set.of(""))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void erase_diskRefuses_changesNothingAndGoesOnLater() throws Exception {
    accept(
        order("o1", GONE, "2025-06-19T00:00:00Z", "p1", "10", null),
        order("o2", "u1", "2025-06-19T00:00:00Z", "p1", "10", null));
    store.compact();
    Path inTheWay = Files.createDirectories(folder.resolve("compaction.manifest/x"));

    assertThatThrownBy(() -> store.erase(Set.of(GONE)))
        .isInstanceOf(StoreUnavailableException.class);

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(store.counts()).containsExactly(new TypeCount("order", 2));
    store.erase(Set.of(GONE));
    assertThat(store.counts()).containsExactly(new TypeCount("order", 1));
    assertThat(traces(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 60, 120, 250})
  void erase_killed_leavesAllOrNothingAndFinishesWhenRepeated(int millis) throws Exception {
    close();
    Process child = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx200m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            UpkeepTest.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (var out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("erasing");
      child.waitFor(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    } finally {
      child.destroyForcibly().waitFor();
    }
    open();
    long left = store.counts().stream().mapToLong(TypeCount::records).sum();
    assertThat(left).isIn(2L * BATCHES * 20, (long) BATCHES * 20);
    store.erase(Set.of(GONE));
    assertThat(store.counts().stream().mapToLong(TypeCount::records).sum())
        .isEqualTo((long) BATCHES * 20);
    assertThat(traces(folder)).isEmpty();
  }

  /** The process that is killed while it erases. */
  public static void main(String[] args) {
    try (var store = new DuckDbBehaviorStore(Path.of(args[0]), Facts::catalogue, SETTINGS)) {
      for (int batch = 0; batch < BATCHES; batch++) {
        var records = new ArrayList<DataRecord>();
        for (int i = 0; i < 20; i++) {
          String at = "2025-06-%02dT00:00:00Z".formatted(1 + i);
          records.add(order("o" + batch + "-" + i, GONE, at, "p1", "1", null));
          records.add(click("c" + batch + "-" + i, "u1", at, "p1", null));
        }
        store.accept(new BatchId("shop", "kill", batch), records);
      }
      System.out.println("erasing");
      store.erase(Set.of(GONE));
    }
  }

  private static Order mentioning(String id, String user, String extra) {
    Order plain = order(id, user, "2025-06-19T00:00:00Z", "p1", "10", null);
    Envelope envelope = new Envelope(
        "shop", null, Facts.RECEIVED, plain.envelope().contentHash() + extra.hashCode(), extra);
    return new Order(
        envelope, id, user, plain.at(), "p1", 1, plain.amount(), "CNY", plain.queryId());
  }

  /** Files that hold the id in their bytes, and Parquet rows that hold it in a value. */
  private static List<String> traces(Path folder) throws Exception {
    var traces = new ArrayList<String>(rows(
        folder,
        "whole LIKE '%" + GONE + "''%' OR whole LIKE '%" + GONE + "\"%' OR whole LIKE '%" + GONE
            + ",%' OR whole LIKE '%" + GONE + "}%'"));
    try (var tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!file.toString().endsWith(".parquet") && bytes.contains(GONE)) {
          traces.add(file.toString());
        }
      }
    }
    return traces;
  }

  private static List<String> rows(Path folder, String condition) throws Exception {
    var found = new ArrayList<String>();
    try (var tree = Files.walk(folder);
        var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (Path file : tree.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        try (var rows = statement.executeQuery("SELECT whole FROM (SELECT *, CAST(f AS VARCHAR) AS"
            + " whole FROM read_parquet('" + file + "') f) t WHERE " + condition)) {
          while (rows.next()) {
            found.add(file + ": " + rows.getString(1));
          }
        }
      }
    }
    return found;
  }
}
