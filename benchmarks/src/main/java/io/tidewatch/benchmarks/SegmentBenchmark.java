package io.tidewatch.benchmarks;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.SegmentDesk;
import io.tidewatch.audience.answer.SegmentRow;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Recomputes saved segments over ten events a user. {@code [USERS [SEGMENTS [DIR]]]}: DIR is a place
 * that is kept.
 */
public final class SegmentBenchmark {
  private static final int DAYS = 10;
  private static final Catalogue CATALOGUE = KeywordMarketFiles.catalogue();

  private SegmentBenchmark() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int segments = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    try (var work = WorkFolder.of(arguments, 2)) {
      Path folder = work.path().resolve("behavior");
      if (!Files.exists(folder)) {
        new KeywordMarketFiles(folder, users).write(0, DAYS);
      }
      try (var store = new DuckDbBehaviorStore(folder, () -> CATALOGUE, DuckDbSettings.DEFAULT)) {
        run(store, new SegmentTexts(segments, 1));
      }
    }
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static void run(DuckDbBehaviorStore store, SegmentTexts saved) {
    SegmentDesk desk = new AudienceDesk(
            AudienceSources.of(store, store, new Fixed(), AudienceConfig.DEFAULT), () -> saved)
        .segments(InstantSource.system());
    long start = System.nanoTime();
    SegmentRow everyone = desk.show("s000000", null).orElseThrow();
    print("read and pack, one segment", start);
    for (String what : List.of("all segments", "all segments, features kept")) {
      start = System.nanoTime();
      List<SegmentRow> rows = desk.list(null);
      print(what, start);
      System.out.printf(
          Locale.ROOT,
          "segments %,d, users %,d, of everyone %,d, members %,d%n",
          rows.size(),
          everyone.users(),
          rows.stream()
              .filter(row -> Objects.equals(everyone.users(), row.users()))
              .count(),
          rows.stream()
              .map(SegmentRow::users)
              .filter(Objects::nonNull)
              .mapToLong(u -> u)
              .sum());
    }
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
