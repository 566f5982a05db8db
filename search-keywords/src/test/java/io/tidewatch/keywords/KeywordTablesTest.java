package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.keyword.KeywordCandidates;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordTablesTest {
  @TempDir
  Path folder;

  private final FakeBehaviorStore store = Market.store();
  private final AtomicReference<Instant> now = new AtomicReference<>(Market.END);
  /** Each look at the clock finds it moved by this much. */
  private Duration step = Duration.ZERO;

  private Path file;

  @BeforeEach
  void plant() {
    file = folder.resolve("table.bin");
    var day = LocalDate.parse("2025-11-10");
    store.events.add(new FakeBehaviorStore.Event("口红", "makeup", "alpha", day, "click", 80));
    store.positions.add(new FakeBehaviorStore.Place("口红", "makeup", "alpha", "a", 1, 1000, 0, 400));
    store.positions.add(new FakeBehaviorStore.Place("口红", "makeup", "alpha", "a", 2, 1000, 0, 200));
    store.positions.add(new FakeBehaviorStore.Place("眼影", "makeup", "alpha", "a", 2, 1000, 0, 200));
    store.spend.add(new KeywordSpend("口红", "alpha", "CNY", 50, 5, new BigDecimal("10.5000")));
  }

  private KeywordDesk desk(KeywordConfig config) {
    return new KeywordDesk(
        store,
        store,
        Market.catalogues(),
        config,
        Market.families(),
        KeywordCandidates.NONE,
        file,
        ticking());
  }

  private InstantSource ticking() {
    return () -> now.getAndUpdate(t -> t.plus(step));
  }

  private static List<KeywordRow> rows(KeywordDesk desk) {
    return desk.recommend("alpha", null, null, 100, Locale.ENGLISH);
  }

  @Test
  void file_afterARestart_answersTheSameWithoutReadingTheStore() {
    List<KeywordRow> before = rows(desk(KeywordConfig.DEFAULT));
    int reads = store.reads;

    KeywordDesk again = desk(KeywordConfig.DEFAULT);

    assertThat(rows(again)).isEqualTo(before);
    assertThat(again.explain("口红", "alpha", Span.NEWEST, null))
        .isEqualTo(desk(KeywordConfig.DEFAULT).explain("口红", "alpha", Span.NEWEST, null));
    assertThat(store.reads).isEqualTo(reads);
    assertThat(again.status().fromFile()).isTrue();
    assertThat(again.status().stale()).isFalse();
    assertThat(again.status().version())
        .isEqualTo("v" + store.revision() + "-" + Market.CATALOGUE.version() + "-2");
  }

  @Test
  void file_ofOtherConstants_isRefused() {
    rows(desk(KeywordConfig.DEFAULT));
    int reads = store.reads;

    KeywordDesk other = desk(KeywordConfig.DEFAULT.withWindow(14));

    assertThat(rows(other)).isNotEmpty();
    assertThat(store.reads).isGreaterThan(reads);
  }

  @Test
  void file_brokenOrForeign_isReadAgainFromTheStore() throws IOException {
    List<KeywordRow> before = rows(desk(KeywordConfig.DEFAULT));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 5] ^= 1;
    Files.write(file, bytes);
    assertThat(rows(desk(KeywordConfig.DEFAULT))).isEqualTo(before);

    bytes = Files.readAllBytes(file);
    bytes[7] = 99;
    Files.write(file, bytes);
    assertThat(rows(desk(KeywordConfig.DEFAULT))).isEqualTo(before);

    Files.write(file, new byte[] {1, 2, 3});
    assertThat(rows(desk(KeywordConfig.DEFAULT))).isEqualTo(before);
  }

  @Test
  void file_ofOlderData_isNotUsedWithoutARefresher() {
    rows(desk(KeywordConfig.DEFAULT));
    store.search("late", Market.END, "新词", "makeup");

    assertThat(desk(KeywordConfig.DEFAULT).show("新词", null, Locale.ENGLISH)).hasSize(1);
  }

  @Test
  void refreshing_slowTable_answersStaleUntilRefreshed() {
    step = Duration.ofSeconds(10);
    KeywordDesk desk = desk(KeywordConfig.DEFAULT);
    desk.refreshing(true);
    List<KeywordRow> before = rows(desk);
    store.search("late", Market.END, "新词", "makeup");

    assertThat(rows(desk)).isEqualTo(before);
    assertThat(desk.status().stale()).isTrue();
    assertThat(desk.refresh()).isTrue();
    assertThat(desk.refresh()).isFalse();
    assertThat(desk.status().stale()).isFalse();
    assertThat(desk.show("新词", null, Locale.ENGLISH)).hasSize(1);
    assertThat(desk.show("新词", null, Locale.ENGLISH).getFirst().asOf())
        .isAfter(before.getFirst().asOf());
  }

  @Test
  void refreshing_slowTableOfOlderDataInTheFile_answersAtOnceAfterARestart() {
    step = Duration.ofSeconds(10);
    List<KeywordRow> before = rows(desk(KeywordConfig.DEFAULT));
    store.search("late", Market.END, "新词", "makeup");
    int reads = store.reads;

    KeywordDesk again = desk(KeywordConfig.DEFAULT);
    again.refreshing(true);

    assertThat(rows(again)).isEqualTo(before);
    assertThat(store.reads).isEqualTo(reads);
    assertThat(again.status().stale()).isTrue();
  }

  @Test
  void refreshing_quickTable_isNeverStale() {
    KeywordDesk desk = desk(KeywordConfig.DEFAULT);
    desk.refreshing(true);
    rows(desk);
    store.search("late", Market.END, "新词", "makeup");

    assertThat(desk.show("新词", null, Locale.ENGLISH)).hasSize(1);
  }

  @Test
  void manyReaders_whileItIsRefreshed_seeOneOfBothTables() throws Exception {
    step = Duration.ofSeconds(10);
    KeywordDesk desk = desk(KeywordConfig.DEFAULT);
    desk.refreshing(true);
    List<KeywordRow> before = rows(desk);
    store.search("late", Market.END, "新词", "makeup");
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(6)) {
      var answers = new ArrayList<Future<List<List<KeywordRow>>>>();
      for (int i = 0; i < 5; i++) {
        Callable<List<List<KeywordRow>>> reader = () -> {
          start.await();
          var seen = new ArrayList<List<KeywordRow>>();
          for (int n = 0; n < 20; n++) {
            seen.add(rows(desk));
          }
          return seen;
        };
        answers.add(threads.submit(reader));
      }
      Future<Boolean> refresh = threads.submit(() -> {
        start.await();
        return desk.refresh();
      });
      start.countDown();
      assertThat(refresh.get()).isTrue();
      List<KeywordRow> after = rows(desk);
      assertThat(after).isNotEqualTo(before);
      for (Future<List<List<KeywordRow>>> one : answers) {
        assertThat(one.get()).allMatch(seen -> seen.equals(before) || seen.equals(after));
      }
    }
  }

  @Test
  void firstReaders_allAtOnce_makeTheTableOnce() throws Exception {
    KeywordDesk desk = desk(KeywordConfig.DEFAULT);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(6)) {
      var answers = new ArrayList<Future<List<KeywordRow>>>();
      for (int i = 0; i < 6; i++) {
        answers.add(threads.submit(() -> {
          start.await();
          return rows(desk);
        }));
      }
      start.countDown();
      List<KeywordRow> first = answers.getFirst().get();
      for (Future<List<KeywordRow>> one : answers) {
        assertThat(one.get()).isEqualTo(first);
      }
    }
    // once for the window and once for the one before it
    assertThat(store.reads).isEqualTo(2);
  }
}
