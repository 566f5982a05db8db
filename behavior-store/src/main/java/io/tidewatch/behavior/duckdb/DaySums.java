package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.DayFiles;
import io.tidewatch.behavior.DayPart;
import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the views of {@link DayPart}s in a session: reads the sums that are kept, makes the others
 * some days at a time, and keeps them. The store's files must not change meanwhile.
 */
final class DaySums {
  /** Compressed facts that are summed at a time. */
  private static final long CHUNK_BYTES = 3L << 20;

  /** What the statements of parts read beside {@code products}. */
  private static final String[] READ = {
    "window_days",
    "orders",
    "searches",
    "recent_searches",
    "tracked_searches",
    "recent_impressions",
    "clicks",
    "recent_clicks",
    "carts",
    "results_shown"
  };

  private final Session session;
  private final FactViews views;
  private final FactFiles files;
  private final DayFiles days;

  DaySums(Session session, FactViews views, FactFiles files) {
    this.session = session;
    this.views = views;
    this.files = files;
    this.days = new DayFiles(files.root(), views.layout());
  }

  /**
   * Makes the view of a part over the local days of a window that starts with one.
   *
   * @param settings what decides the sums beside the facts
   * @param defined views that the statement reads and that {@link WindowViews} does not make
   */
  void view(DayPart part, Window window, String settings, Map<String, String> defined)
      throws SQLException, IOException {
    var kept = new ArrayList<Path>();
    var chunk = new LinkedHashMap<Window, Path>();
    long bytes = 0;
    for (Window day : days(window)) {
      Path file = days.file(part, day, settings);
      kept.add(file);
      boolean missing = !Files.exists(file);
      if (missing) {
        chunk.put(day, file);
        bytes += days.size(part, day);
      }
      if (!missing || bytes > CHUNK_BYTES) {
        make(part, chunk, defined);
        chunk.clear();
        bytes = 0;
      }
    }
    make(part, chunk, defined);
    session.view(part.view(), "SELECT * FROM " + SqlLiterals.parquet(kept, SqlLiterals.PLAIN));
  }

  private static List<Window> days(Window window) {
    var days = new ArrayList<Window>();
    Instant from = window.from();
    while (from.isBefore(window.to())) {
      Instant next = LocalDate.ofInstant(from, window.zone())
          .plusDays(1)
          .atStartOfDay(window.zone())
          .toInstant();
      Instant to = next.isBefore(window.to()) ? next : window.to();
      days.add(new Window(from, to, window.zone()));
      from = to;
    }
    return days;
  }

  private void make(DayPart part, Map<Window, Path> chunk, Map<String, String> defined)
      throws SQLException, IOException {
    if (chunk.isEmpty()) {
      return;
    }
    List<Window> all = List.copyOf(chunk.keySet());
    var window =
        new Window(all.getFirst().from(), all.getLast().to(), all.getFirst().zone());
    var definitions = new WindowViews(views, window);
    session.views(definitions, READ);
    for (var own : defined.entrySet()) {
      session.view(own.getKey(), own.getValue());
    }
    if (part == DayPart.LINES) {
      session.execute("CREATE OR REPLACE TEMP TABLE nearby_searches AS "
          + definitions.named("nearby_searches"));
      session.view("nearby_results", definitions.named("nearby_results"));
    }
    session.execute("CREATE OR REPLACE TEMP TABLE day_sums AS " + part.sql());
    for (var day : chunk.entrySet()) {
      Path temporary = files.temporary(part.view() + ".parquet");
      session.execute("COPY (SELECT * FROM day_sums WHERE local_day = DATE '"
          + LocalDate.ofInstant(day.getKey().from(), day.getKey().zone()) + "') TO "
          + SqlLiterals.text(temporary.toString()) + " (FORMAT parquet, COMPRESSION snappy)");
      days.keep(temporary, day.getValue());
    }
    session.execute("DROP TABLE day_sums");
  }
}
