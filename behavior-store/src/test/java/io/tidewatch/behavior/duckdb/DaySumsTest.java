package io.tidewatch.behavior.duckdb;

import static io.tidewatch.behavior.Facts.click;
import static io.tidewatch.behavior.Facts.interaction;
import static io.tidewatch.behavior.Facts.order;
import static io.tidewatch.behavior.Facts.refund;
import static io.tidewatch.behavior.Facts.search;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.behavior.Facts;
import io.tidewatch.behavior.OpenedStore;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordMet;
import io.tidewatch.model.behavior.KeywordOrders;
import io.tidewatch.model.behavior.KeywordSales;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Interaction.Action;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of kept days are those that the statements give over the facts themselves. */
class DaySumsTest extends OpenedStore<DuckDbBehaviorStore> {
  private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");
  private static final int DAYS = 14;
  private static final Map<Integer, BigDecimal> FIRST = Map.of(1, new BigDecimal("1.000000"));

  @TempDir
  Path folder;

  @Override
  protected DuckDbBehaviorStore open() {
    return new DuckDbBehaviorStore(folder, Facts::catalogue);
  }

  /** A mess: late events, clicks a day after their search or before it, query ids used again. */
  private static List<DataRecord> behaviour(long seed, int from, int to) {
    var random = new Random(seed);
    var records = new ArrayList<DataRecord>();
    for (int i = from; i < to; i++) {
      String user = "u" + random.nextInt(12);
      Instant at = START.plusSeconds(random.nextInt(DAYS * 86_400));
      String query = "q" + random.nextInt(to);
      String[] results = random.nextInt(5) == 0
          ? new String[0]
          : new String[] {"p" + (1 + random.nextInt(3)), "p" + (1 + random.nextInt(3))};
      records.add(search("s" + i, user, at.toString(), "词" + random.nextInt(6), query, results));
      String product = "p" + (1 + random.nextInt(3));
      Instant later = at.plusSeconds(random.nextInt(130_000) - 10_000L);
      String named = random.nextInt(3) == 0 ? null : query;
      records.add(click("c" + i, user, later.toString(), product, named));
      if (random.nextInt(3) == 0) {
        records.add(
            interaction(Action.IMPRESSION, "i" + i, user, later.toString(), product, null, query));
        records.add(
            interaction(Action.CART, "k" + i, user, later.toString(), product, null, named));
      }
      if (random.nextInt(2) == 0) {
        records.add(
            order("o" + i, user, later.toString(), product, "" + (1 + random.nextInt(90)), named));
        if (random.nextInt(4) == 0) {
          records.add(refund("r" + i, "o" + i, later.plusSeconds(90_000).toString(), "20"));
        }
      }
    }
    return records;
  }

  private static Map<String, Object> kept(DuckDbBehaviorStore store, KeywordWindow window) {
    return store.keywordCounts(window, counts -> {
      var all = new HashMap<String, Object>();
      all.put("searches", counts.searches());
      all.put("halves", counts.halves());
      all.put("products", counts.products());
      all.put("met", rows(counts, (c, rows) -> c.met(FIRST, rows::add)));
      all.put("orders", rows(counts, (c, rows) -> c.orders(rows::add)));
      all.put("sales", rows(counts, (c, rows) -> c.sales(rows::add)));
      all.put("places", rows(counts, (c, rows) -> c.clickedPlaces(rows::add)));
      return all;
    });
  }

  private static List<Object> rows(KeywordCounts counts, Reading reading) {
    var rows = new ArrayList<Object>();
    reading.read(counts, rows);
    return rows;
  }

  /** What the statements say over the facts, as texts of the same shape. */
  private List<List<@Nullable Object>> plain(String statement, KeywordWindow window) {
    var rows = new ArrayList<List<@Nullable Object>>();
    store.run(statement, window.window(), rows::add);
    return rows;
  }

  private void assertKeptEqualsPlain(KeywordWindow window) {
    Map<String, Object> kept = kept(store, window);
    assertThat(kept.get("searches").toString())
        .isEqualTo(plain("keyword-searches", window).stream()
            .map(r -> "KeywordSearches[keyword=" + r.get(0) + ", searches=" + r.get(1) + "]")
            .toList()
            .toString());
    assertThat(((List<?>) kept.get("met"))
            .stream()
                .map(KeywordMet.class::cast)
                .map(m -> m.keyword() + m.categoryId() + m.brandId() + m.impressions() + " "
                    + m.clicks() + " " + m.carts() + " " + m.impressionsBefore() + " "
                    + m.clicksBefore() + " " + m.examined().stripTrailingZeros() + " "
                    + m.examinedClicks()))
        .isNotEmpty()
        .containsExactlyElementsOf(plain("keyword-met", window).stream()
            .map(r -> "" + r.get(0) + r.get(1) + r.get(2) + r.get(3) + " " + r.get(4) + " "
                + r.get(5) + " " + r.get(6) + " " + r.get(7) + " " + r.get(8) + " " + r.get(9))
            .toList());
    assertThat(((List<?>) kept.get("orders"))
            .stream()
                .map(KeywordOrders.class::cast)
                .map(o -> o.keyword() + o.categoryId() + o.brandId() + o.orders() + " " + o.before()
                    + " " + o.gmv().stripTrailingZeros()))
        .isNotEmpty()
        .containsExactlyElementsOf(plain("keyword-orders", window).stream()
            .map(r ->
                "" + r.get(0) + r.get(1) + r.get(2) + r.get(3) + " " + r.get(4) + " " + r.get(5))
            .toList());
    assertThat(((List<?>) kept.get("sales"))
            .stream()
                .map(KeywordSales.class::cast)
                .map(s ->
                    s.keyword() + s.categoryId() + s.buyers() + " " + s.before().buyers() + " "
                        + s.after().buyers() + " " + s.gmv().stripTrailingZeros()))
        .containsExactlyElementsOf(plain("keyword-sales", window).stream()
            .map(r -> "" + r.get(0) + r.get(1) + r.get(2) + " " + r.get(3) + " " + r.get(4) + " "
                + r.get(6))
            .toList());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder.resolve("days"))) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void counts_ofKeptDays_areThoseOfTheFacts() {
    for (int part = 0; part < 3; part++) {
      accept(behaviour(part, part * 60, part * 60 + 60));
      assertKeptEqualsPlain(KeywordWindow.before(
          START.plus(Duration.ofHours(263 + part)), 8, ZoneId.of("Asia/Shanghai"), "CNY"));
    }
    assertKeptEqualsPlain(KeywordWindow.before(
        START.plus(Duration.ofHours(340)), 6, ZoneId.of("America/New_York"), "CNY"));
  }

  @Test
  void counts_askedAgain_readTheSameFiles() throws IOException {
    accept(behaviour(1, 0, 100));
    KeywordWindow window =
        KeywordWindow.before(START.plus(Duration.ofDays(10)), 8, ZoneId.of("Asia/Shanghai"), "CNY");
    Map<String, Object> first = kept(store, window);
    List<Path> files = files();
    var old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    for (Path file : files) {
      Files.setLastModifiedTime(file, old);
    }

    reopen();

    assertThat(kept(store, window)).isEqualTo(first);
    assertThat(files())
        .isEqualTo(files)
        .hasSize(4 * 8)
        .allSatisfy(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(old));
  }

  @Test
  void counts_afterALateEvent_makeOnlyDaysThatReadItsUtcDayAgain() throws IOException {
    accept(behaviour(1, 0, 100));
    KeywordWindow window =
        KeywordWindow.before(START.plus(Duration.ofDays(10)), 8, ZoneId.of("Asia/Shanghai"), "CNY");
    kept(store, window);
    List<Path> before = files();

    accept(List.of(search("late", "u1", "2025-10-27T05:00:00Z", "新词", null)));
    kept(store, window);

    assertThat(files().stream()
            .filter(file -> !before.contains(file))
            .map(file -> file.getName(file.getNameCount() - 2) + " "
                + file.getFileName().toString().substring(0, 10)))
        .containsExactlyInAnyOrder(
            "acted-days 2025-10-27",
            "acted-days 2025-10-28",
            "acted-days 2025-10-29",
            "order-lines 2025-10-27",
            "order-lines 2025-10-28",
            "order-lines 2025-10-29",
            "order-lines 2025-10-30",
            "searched-days 2025-10-27",
            "searched-days 2025-10-28",
            "shown-days 2025-10-27",
            "shown-days 2025-10-28",
            "shown-days 2025-10-29");
    assertKeptEqualsPlain(window);
  }

  @Test
  void erase_aUser_forgetsKeptDays() throws IOException {
    accept(behaviour(1, 0, 100));
    KeywordWindow window =
        KeywordWindow.before(START.plus(Duration.ofDays(10)), 8, ZoneId.of("Asia/Shanghai"), "CNY");
    kept(store, window);

    store.erase(Set.of("u1"));

    assertThat(files()).isEmpty();
    assertKeptEqualsPlain(window);
  }

  @Test
  void counts_withoutTheKeptFiles_makeThemAgain() throws IOException {
    accept(behaviour(1, 0, 100));
    KeywordWindow window =
        KeywordWindow.before(START.plus(Duration.ofDays(10)), 8, ZoneId.of("Asia/Shanghai"), "CNY");
    Map<String, Object> first = kept(store, window);
    // often, because files made anew within one tick of the disk's clock look like the old ones
    for (int round = 0; round < 5; round++) {
      for (Path file : files()) {
        Files.delete(file);
      }

      assertThat(kept(store, window)).isEqualTo(first);
    }
  }

  /** Reads one kind of counts. */
  private interface Reading {
    void read(KeywordCounts counts, List<Object> rows);
  }
}
