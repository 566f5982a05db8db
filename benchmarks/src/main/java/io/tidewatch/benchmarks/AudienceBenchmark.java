package io.tidewatch.benchmarks;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.answer.ModelNote;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.direction.BrandKeyword;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.FeatureReader;
import io.tidewatch.audience.feature.InterestConfig;
import io.tidewatch.audience.feature.TalkedProducts;
import io.tidewatch.audience.feature.UserAttributes;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.audience.selection.Cut;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/**
 * Packing, features, states and directions for one brand over ten events a user. {@code [USERS
 * [DIR]]}: users; a place that is kept.
 */
public final class AudienceBenchmark {
  private static final int DAYS = 10;
  private static final int EXPLAINED = 1000;
  private static final int SIZE = 100;
  /** Short enough for the days that are made. */
  private static final Duration SELECTION_PERIOD = Duration.ofDays(4);

  private static final String BRAND = "b7";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Catalogue CATALOGUE = KeywordMarketFiles.catalogue();

  private final DuckDbBehaviorStore store;
  private final Instant end =
      KeywordMarketFiles.FIRST.plusDays(DAYS).atStartOfDay(ZONE).toInstant();

  private AudienceBenchmark(DuckDbBehaviorStore store) {
    this.store = store;
  }

  public static void main(String[] arguments) throws IOException, SQLException, XGBoostError {
    int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    try (var work = WorkFolder.of(arguments, 1)) {
      Path folder = work.path().resolve("behavior");
      if (!Files.exists(folder)) {
        new KeywordMarketFiles(folder, users).write(0, DAYS);
      }
      try (var store = new DuckDbBehaviorStore(folder, () -> CATALOGUE, DuckDbSettings.DEFAULT)) {
        new AudienceBenchmark(store).run();
      }
    }
  }

  private void run() throws IOException, XGBoostError {
    steps();
    AudienceDesk desk = desk();
    timed("first question: all directions", () -> expand(desk, List.of()));
    for (String direction : ExpansionQuery.names()) {
      timed("  " + direction + " alone, packed", () -> expand(desk, List.of(direction)));
    }
    timed("overlaps, packed", () -> {
      var query = query(null, List.of());
      System.out.println(desk.overlaps(query));
    });
    timed("assets, packed", () -> desk.assets(BRAND, end, null, Locale.ENGLISH));
    SelectionDesk selection = selection();
    timed("select: two times read, nine brands learned from, all scored", () -> select(selection));
    timed("select again, model kept", () -> select(selection));
    ModelNote note = selection.model(selectionQuery()).orElseThrow();
    int learned = note.positives() + note.others();
    System.out.printf(
        Locale.ROOT,
        "XGBoost alone on %,d users: %.2f s%n",
        learned,
        XgboostAlone.seconds(learned, 1));
    explain(selection);
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private void steps() {
    timed("plain count of the rows", () -> {
      long[] rows = new long[1];
      store.run("audience-facts", window(), row -> rows[0]++);
      System.out.printf(Locale.ROOT, "events %,d%n", rows[0]);
    });
    long start = System.nanoTime();
    UserFacts facts = FactPacker.read(store, end, AudienceConfig.DEFAULT.reach(), ZONE, "CNY");
    print("read and pack", start);
    System.out.printf(Locale.ROOT, "users %,d%n", facts.users());
    timed("read and pack, two ids a person", () -> paired(facts.users()));
    long features = System.nanoTime();
    FeatureMatrix matrix = FeatureReader.read(
        facts,
        facts.active(90),
        null,
        InterestConfig.DEFAULT,
        UserAttributes.none(facts.users()),
        TalkedProducts.NONE,
        WordFamilies.ALONE);
    print("features", features);
    System.out.printf(Locale.ROOT, "columns %,d, entries %,d%n", matrix.features(), matrix.size());
    timed("bitmaps", () -> matrix.carriers(0));
  }

  private void paired(int users) {
    UserFacts joined = FactPacker.read(
        store, end, AudienceConfig.DEFAULT.reach(), ZONE, "CNY", new PairedUsers(users));
    System.out.printf(Locale.ROOT, "persons %,d%n", joined.users());
  }

  private Window window() {
    return Window.before(end, AudienceConfig.DEFAULT.reach(), ZONE);
  }

  private void expand(AudienceDesk desk, List<String> directions) {
    int rows = desk.expand(query(10_000, directions)).rows().size();
    System.out.printf(Locale.ROOT, "rows %,d%n", rows);
  }

  private ExpansionQuery query(@Nullable Integer size, List<String> directions) {
    return new ExpansionQuery(
        new Target.OfBrand(BRAND), end, size, null, directions, Locale.ENGLISH);
  }

  private void select(SelectionDesk desk) {
    int rows = desk.select(selectionQuery()).size();
    System.out.printf(Locale.ROOT, "rows %,d%n", rows);
  }

  private SelectionQuery selectionQuery() {
    return new SelectionQuery(
        BRAND, end, SelectionTrial.Goal.DEEPEN, new Cut.AtSize(10_000), Locale.ENGLISH);
  }

  /** Random users whom a selection may take, each asked for once after as many others. */
  private void explain(SelectionDesk desk) {
    var query = new SelectionQuery(
        BRAND,
        end,
        SelectionTrial.Goal.DEEPEN,
        new Cut.AtSize(ExpansionQuery.MAX_SIZE),
        Locale.ENGLISH);
    var users =
        new ArrayList<>(desk.select(query).stream().map(SelectedRow::userId).toList());
    Collections.shuffle(users, new Random(1));
    users.stream().limit(EXPLAINED).forEach(user -> desk.explain(query, user, SIZE));
    var latencies = new Latencies();
    users.stream()
        .skip(EXPLAINED)
        .limit(EXPLAINED)
        .forEach(user -> latencies.time(() -> desk.explain(query, user, SIZE)));
    System.out.printf(
        Locale.ROOT,
        "explain, of %,d users: %s   p99 %.1f ms%n",
        users.size(),
        latencies,
        latencies.quantile(0.99));
  }

  private static List<BrandKeyword> words() {
    return IntStream.range(0, 500)
        .mapToObj(i -> "词" + i * 7)
        .map(w -> new BrandKeyword(w, List.of(w), "OPEN_NEUTRAL", null, null, null, null))
        .toList();
  }

  private SelectionDesk selection() {
    return new SelectionDesk(sources(), SELECTION_PERIOD);
  }

  private AudienceDesk desk() {
    return new AudienceDesk(sources());
  }

  private AudienceSources sources() {
    return AudienceSources.of(store, store, new Fixed(), AudienceConfig.DEFAULT)
        .withKeywords((brand, asOf) -> words());
  }

  private static void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    print(what, start);
  }

  private static void print(String what, long start) {
    System.out.printf(Locale.ROOT, "%-34s %8.2f s%n", what, (System.nanoTime() - start) / 1e9);
  }

  private static final class Fixed implements CatalogueStore {
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
