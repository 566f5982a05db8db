package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactRow;
import io.tidewatch.behavior.FactType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What arrived since the last compaction, in memory: a copy of the batch files. One thread writes;
 * {@link #types} is safe from any.
 */
final class Arrivals {
  private final Session session;
  private volatile Set<FactType> types = Set.of();
  private long rows;

  /** Creates the tables and fills them from the batch files. */
  Arrivals(Session session, List<Path> files) throws SQLException {
    this.session = session;
    clear();
    if (files.isEmpty()) {
      return;
    }
    session.execute("CREATE OR REPLACE TEMP VIEW batches AS SELECT * FROM "
        + SqlLiterals.parquet(files, "union_by_name = true")
        + " UNION ALL BY NAME "
        + FactTables.nothing());
    var found = new ArrayList<FactType>();
    session.query(
        "SELECT DISTINCT type FROM batches",
        row -> FactType.of(row.getString(1)).ifPresent(found::add));
    for (FactType type : found) {
      session.execute(
          "INSERT INTO " + FactTables.arrivals(type) + " SELECT " + FactTables.columns(type)
              + " FROM batches WHERE type = " + SqlLiterals.text(type.label()));
      session.query(
          "SELECT count(*) FROM " + FactTables.arrivals(type), row -> rows += row.getLong(1));
    }
    types = found.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(found));
  }

  /** Types that have arrived. */
  Set<FactType> types() {
    return types;
  }

  /** Rows in memory. */
  long rows() {
    return rows;
  }

  /** Empties the tables: a compaction has absorbed them. */
  void clear() throws SQLException {
    for (FactType type : FactType.values()) {
      session.execute(FactTables.create(FactTables.arrivals(type), type));
    }
    types = Set.of();
    rows = 0;
  }

  /**
   * Writes rows to a file, numbered from {@code firstArrival} on, and to memory in a transaction
   * that {@link #show} or {@link #discard} ends.
   */
  Staged stage(List<FactRow> accepted, long firstArrival, Path file) throws SQLException {
    session.execute("BEGIN TRANSACTION");
    Map<FactType, FactAppender> appenders = new EnumMap<>(FactType.class);
    long arrival = firstArrival;
    try {
      for (FactRow row : accepted) {
        FactAppender appender = appenders.get(row.type());
        if (appender == null) {
          appender = new FactAppender(session.appender(FactTables.arrivals(row.type())));
          appenders.put(row.type(), appender);
        }
        appender.append(row, arrival++);
      }
    } finally {
      for (FactAppender appender : appenders.values()) {
        appender.close();
      }
    }
    Set<FactType> staged = Set.copyOf(appenders.keySet());
    String all = staged.stream()
        .sorted()
        .map(type -> "SELECT " + SqlLiterals.text(type.label())
            + " AS type, CAST(event_at AS DATE) AS day, * FROM " + FactTables.arrivals(type)
            + " WHERE arrival >= " + firstArrival)
        .collect(Collectors.joining(" UNION ALL BY NAME "));
    session.execute("COPY (" + all + ") TO " + SqlLiterals.text(file.toString())
        + " (FORMAT parquet, COMPRESSION snappy)");
    return new Staged(staged, accepted.size());
  }

  /** Shows staged rows to readers: their file is durable. */
  void show(Staged staged) throws SQLException {
    session.execute("COMMIT");
    rows += staged.rows();
    var all = EnumSet.noneOf(FactType.class);
    all.addAll(types);
    all.addAll(staged.types());
    types = Set.copyOf(all);
  }

  /** Forgets staged rows: their file could not be made durable. */
  void discard() throws SQLException {
    session.execute("ROLLBACK");
  }

  /** Rows that are written but not shown. */
  record Staged(Set<FactType> types, int rows) {}
}
