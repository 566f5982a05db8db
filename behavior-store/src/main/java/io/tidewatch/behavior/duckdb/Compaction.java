package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.FactLayout;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.Replacement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the batches that arrived into partitions that hold each key once: rewrites the days that
 * have new rows, and those that hold older versions of a key that came again.
 */
final class Compaction {
  private final FactFiles files;
  private final Session session;
  private final KeyLookup lookup;

  Compaction(FactFiles files, Session session, KeyLookup lookup) {
    this.files = files;
    this.session = session;
    this.lookup = lookup;
  }

  /** Writes the new partitions as temporary files and says what they replace. */
  Replacement prepare() throws SQLException, IOException {
    List<String> batches = files.arrived();
    Path folder = files.freshTemporaryFolder("compaction");
    FactLayout layout = files.layout();
    var moves = new ArrayList<Replacement.Move>();
    var deletions = new ArrayList<Path>();
    for (FactType type : FactType.values()) {
      var hashes = new HashSet<Long>();
      session.query(
          "SELECT DISTINCT key_hash FROM " + FactTables.arrivals(type),
          row -> hashes.add(row.getLong(1)));
      if (hashes.isEmpty()) {
        continue;
      }
      Set<LocalDate> days = lookup.days(layout, type, hashes);
      session.query(
          "SELECT DISTINCT date_diff('day', DATE '1970-01-01', event_at) FROM "
              + FactTables.arrivals(type),
          row -> days.add(LocalDate.ofEpochDay(row.getLong(1))));
      List<Path> old = days.stream()
          .sorted()
          .flatMap(day -> layout.days(type).getOrDefault(day, List.of()).stream())
          .toList();
      deletions.addAll(old);
      moves.addAll(rewrite(type, old, folder.resolve(type.label()), name(batches)));
    }
    return new Replacement(moves, deletions, batches);
  }

  /** The name of the compaction that absorbs these batches: no other absorbs the first of them. */
  static String name(List<String> batches) {
    return batches.getFirst();
  }

  private List<Replacement.Move> rewrite(FactType type, List<Path> old, Path folder, String name)
      throws SQLException, IOException {
    String columns = FactTables.columns(type);
    String arrivals = FactTables.arrivals(type);
    String rows = "SELECT " + columns + ", CAST(event_at AS DATE) AS day FROM (SELECT *,"
        + " row_number() OVER (PARTITION BY id ORDER BY version_at DESC, arrival DESC) AS place"
        + " FROM " + arrivals + ") newest WHERE place = 1";
    if (!old.isEmpty()) {
      rows += " UNION ALL SELECT " + columns + ", day FROM "
          + SqlLiterals.parquet(old, SqlLiterals.PARTITIONED)
          + " f WHERE NOT EXISTS (SELECT 1 FROM " + arrivals
          + " a WHERE a.key_hash = f.key_hash AND a.id = f.id)";
    }
    return PartitionWriter.write(session, files, type, rows, folder, name);
  }
}
