package io.tidewatch.benchmarks;

import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.KeywordFamilies;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keyword table against the plainest statement that computes plug-in entropy on the same files,
 * then questions to it, a restart, and a day more. {@code [EVENTS [DIR]]}: events of the window of
 * 28 days, beside as many of the 28 days before that the score is fitted on; a place that is kept.
 */
public final class KeywordBenchmark {
  private static final int DAYS = 28;
  private static final int RUNS = 3;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Catalogue CATALOGUE = KeywordMarketFiles.catalogue();

  private final Path root;
  private final long events;

  private KeywordBenchmark(Path root, long events) {
    this.root = root;
    this.events = events;
  }

  public static void main(String[] arguments) throws Exception {
    long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
    try (var work = WorkFolder.of(arguments, 1)) {
      new KeywordBenchmark(work.path(), events).run();
    }
  }

  private void run() throws SQLException, IOException {
    Path folder = root.resolve("behavior");
    var market = new KeywordMarketFiles(folder, events / DAYS);
    if (!Files.exists(folder)) {
      market.write(0, 2 * DAYS);
    }
    Instant end = KeywordMarketFiles.FIRST.plusDays(2 * DAYS).atStartOfDay(ZONE).toInstant();
    System.out.printf(Locale.ROOT, "events in the window %,d%n", events);
    double plain = best(() -> plain(folder, end));
    System.out.printf(Locale.ROOT, "plain entropy SQL            %8.2f s%n", plain);
    Files.deleteIfExists(root.resolve("table.bin"));
    double full;
    try (DuckDbBehaviorStore store = open(folder)) {
      reads(store, end);
      KeywordDesk without = desk(store, KeywordConfig.DEFAULT.withoutFit());
      double counts = seconds(without::refresh);
      System.out.printf(
          Locale.ROOT,
          "full table, score not fitted %8.2f s  (%.1f x plain)%n",
          counts,
          counts / plain);
      Files.deleteIfExists(root.resolve("table.bin"));
      KeywordDesk desk = desk(store);
      desk.refreshing(true);
      full = seconds(desk::refresh);
      System.out.printf(
          Locale.ROOT,
          "full table, score fitted     %8.2f s  (%.1f x plain)%n",
          full,
          full / plain);
      line("ranked for 50 brands", seconds(desk::rank));
      System.out.printf(
          Locale.ROOT,
          "rows %,d  version %s%n",
          desk.status().rows(),
          desk.status().version());
      ask(desk);
    }
    restart(folder);
    nextDay(folder, market, full);
    System.out.printf(Locale.ROOT, "peak resident memory         %s%n", peak());
  }

  private static void ask(KeywordDesk desk) {
    for (String brand : List.of("b1", "b2")) {
      desk.recommend(brand, null, null, 20, Locale.CHINESE);
    }
    var first = new Latencies();
    var recommend = new Latencies();
    var show = new Latencies();
    var explain = new Latencies();
    for (int i = 3; i < 50; i++) {
      String brand = "b" + i;
      first.time(() -> desk.recommend(brand, null, null, 20, Locale.CHINESE));
    }
    for (int i = 0; i < 2000; i++) {
      String brand = "b" + i % 50;
      String word = "词" + i * 7 % 20000;
      recommend.time(() -> desk.recommend(brand, null, null, 20, Locale.CHINESE));
      show.time(() -> desk.show(word, brand, Locale.CHINESE));
      explain.time(() -> desk.explain(word, brand, Span.NEWEST, null));
    }
    System.out.println("recommend, a brand's first    " + quantiles(first));
    System.out.println("recommend                     " + quantiles(recommend));
    System.out.println("show                          " + quantiles(show));
    System.out.println("explain                       " + quantiles(explain));
  }

  private static String quantiles(Latencies times) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms   p99 %.2f ms   worst %.2f ms   n %d",
        times.quantile(0.5),
        times.quantile(0.99),
        times.quantile(1),
        times.count());
  }

  private void restart(Path folder) {
    try (DuckDbBehaviorStore store = open(folder)) {
      KeywordDesk desk = desk(store);
      desk.refreshing(true);
      double seconds = seconds(() -> desk.recommend("b1", null, null, 20, Locale.CHINESE));
      System.out.printf(
          Locale.ROOT,
          "first answer after a restart %8.2f s  (from file: %s)%n",
          seconds,
          desk.status().fromFile());
    }
  }

  private void nextDay(Path folder, KeywordMarketFiles market, double full)
      throws SQLException, IOException {
    market.write(2 * DAYS, 1);
    try (DuckDbBehaviorStore store = open(folder)) {
      KeywordDesk desk = desk(store);
      desk.refreshing(true);
      List<KeywordRow> stale = desk.recommend("b1", null, null, 20, Locale.CHINESE);
      double seconds = seconds(desk::refresh);
      System.out.printf(
          Locale.ROOT,
          "refresh with a day more      %8.2f s  (%.0f %% of the full table; %d rows answered"
              + " before)%n",
          seconds,
          100 * seconds / full,
          stale.size());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files
          .filter(f -> f.getFileName().toString().startsWith("d" + 2 * DAYS + "-"))
          .toList()) {
        Files.delete(file);
      }
    }
  }

  private static void reads(DuckDbBehaviorStore store, Instant end) {
    long[] rows = new long[1];
    KeywordWindow window = KeywordWindow.before(end, DAYS, ZONE, "CNY");
    store.counts();
    line("categoryBrandOrders", seconds(() -> store.categoryBrandOrders(window.window())));
    for (String pass : List.of("first", "kept days")) {
      System.out.println("  " + pass);
      store.keywordCounts(window, counts -> {
        line("searches", seconds(counts::searches));
        line("halves", seconds(counts::halves));
        line("clickedPlaces", seconds(() -> counts.clickedPlaces(r -> rows[0]++)));
        line("met", seconds(() -> counts.met(Map.of(1, BigDecimal.ONE), r -> rows[0]++)));
        line("orders", seconds(() -> counts.orders(r -> rows[0]++)));
        line("sales", seconds(() -> counts.sales(r -> rows[0]++)));
        line("products", seconds(counts::products));
        line("coSearches", seconds(() -> counts.coSearches(r -> rows[0]++)));
        line("orderPaths", seconds(() -> counts.orderPaths(r -> rows[0]++)));
        line("trials", seconds(() -> counts.trials(window.window(), 730, 15, r -> rows[0]++)));
        return rows[0];
      });
    }
  }

  private static void line(String name, double seconds) {
    System.out.printf(Locale.ROOT, "  read %-22s  %8.2f s%n", name, seconds);
  }

  /** Orders that name their search, by keyword and brand, and the entropy of the plain shares. */
  private static void plain(Path folder, Instant end) {
    String from = end.minusSeconds(DAYS * 86400L).toString().replace("Z", "");
    String to = end.toString().replace("Z", "");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET threads = " + DuckDbSettings.DEFAULT.threads());
      statement.execute("CREATE TABLE products AS SELECT 'p' || i AS product_id,"
          + " 'b' || (i % 50) AS brand_id FROM range(2000) r(i)");
      try (ResultSet rows = statement.executeQuery(
          "WITH n AS (SELECT s.keyword, p.brand_id, count(*) AS n FROM read_parquet('" + folder
              + "/facts/order/*/*.parquet', hive_partitioning = false) o JOIN read_parquet('"
              + folder + "/facts/search/*/*.parquet', hive_partitioning = false) s"
              + " ON s.query_id = o.query_id JOIN products p ON p.product_id = o.product_id"
              + " WHERE o.event_at >= TIMESTAMP '" + from + "' AND o.event_at < TIMESTAMP '" + to
              + "' AND s.event_at >= TIMESTAMP '" + from + "' GROUP BY 1, 2),"
              + " t AS (SELECT *, n / sum(n) OVER (PARTITION BY keyword) AS u FROM n)"
              + " SELECT keyword, -sum(u * ln(u)) AS entropy FROM t GROUP BY keyword")) {
        long count = 0;
        while (rows.next()) {
          count++;
        }
        if (count == 0) {
          throw new IllegalStateException("the plain statement found no keyword");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double best(Runnable work) {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      best = Math.min(best, seconds(work));
    }
    return best;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static DuckDbBehaviorStore open(Path folder) {
    return new DuckDbBehaviorStore(folder, () -> CATALOGUE);
  }

  private KeywordDesk desk(DuckDbBehaviorStore store) {
    return desk(store, KeywordConfig.DEFAULT);
  }

  private KeywordDesk desk(DuckDbBehaviorStore store, KeywordConfig config) {
    return new KeywordDesk(
        store,
        store,
        new OneCatalogue(),
        config,
        KeywordFamilies.ALONE,
        KeywordCandidates.NONE,
        root.resolve("table.bin"),
        InstantSource.system());
  }

  private static String peak() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(l -> l.startsWith("VmHWM"))
          .findFirst()
          .map(l -> l.substring(6).strip())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static final class OneCatalogue implements CatalogueStore {
    @Override
    public Catalogue current() {
      return CATALOGUE;
    }

    @Override
    public List<WriteOutcome> accept(List<CatalogueRecord> records) {
      throw new UnsupportedOperationException("fixed catalogue");
    }
  }
}
