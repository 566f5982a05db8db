package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactLayout;
import io.tidewatch.behavior.FactRow;
import io.tidewatch.behavior.FactType;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;

/** Finds the newest stored version of those incoming keys that are stored already. */
final class KeyLookup {
  private static final String STORED =
      "SELECT f.id, epoch_us(f.version_at), f.arrival, f.content_hash, f.deleted,"
          + " epoch_us(f.event_at) FROM ";

  private final KeyIndex index = new KeyIndex();
  private final Session session;
  private long nextArrival;

  /** Builds the index from all that is stored. */
  KeyLookup(Session session, FactLayout layout) throws SQLException {
    this.session = session;
    session.execute(
        "CREATE OR REPLACE TEMP TABLE wanted (type VARCHAR, id VARCHAR, key_hash BIGINT)");
    for (FactType type : FactType.values()) {
      List<Path> files = layout.files(type);
      if (!files.isEmpty()) {
        load(type, "day", SqlLiterals.parquet(files, SqlLiterals.PARTITIONED));
      }
      load(type, "CAST(event_at AS DATE)", FactTables.arrivals(type));
    }
  }

  private void load(FactType type, String day, String rows) throws SQLException {
    session.query(
        "SELECT key_hash, date_diff('day', DATE '1970-01-01', " + day + "), arrival FROM " + rows,
        row -> {
          index.add(type, row.getLong(1), row.getLong(2));
          nextArrival = Math.max(nextArrival, row.getLong(3) + 1);
        });
  }

  /** A number above that of every stored row. */
  long nextArrival() {
    return nextArrival;
  }

  /** Notes a stored row. */
  void add(FactRow row, long arrival) {
    index.add(row.type(), row.keyHash(), row.day().toEpochDay());
    nextArrival = Math.max(nextArrival, arrival + 1);
  }

  /** Days of the layout on which keys with these hashes may be stored. */
  Set<LocalDate> days(FactLayout layout, FactType type, Iterable<Long> keyHashes) {
    var folded = new HashSet<Long>();
    for (long hash : keyHashes) {
      index.find(type, hash, folded::add);
    }
    return unfold(layout, type, folded);
  }

  /** The newest stored versions of the rows' keys; keys that are not stored are missing. */
  Map<StoredFact.Key, StoredFact> find(FactLayout layout, List<FactRow> rows) throws SQLException {
    var wanted = new ArrayList<FactRow>();
    var days = new EnumMap<FactType, Set<Long>>(FactType.class);
    for (FactRow row : rows) {
      var daysOfKey = new HashSet<Long>(4);
      index.find(row.type(), row.keyHash(), daysOfKey::add);
      if (!daysOfKey.isEmpty()) {
        wanted.add(row);
        days.computeIfAbsent(row.type(), t -> new HashSet<>()).addAll(daysOfKey);
      }
    }
    var found = new HashMap<StoredFact.Key, StoredFact>();
    if (wanted.isEmpty()) {
      return found;
    }
    want(wanted);
    for (Map.Entry<FactType, Set<Long>> entry : days.entrySet()) {
      FactType type = entry.getKey();
      List<Path> files = unfold(layout, type, entry.getValue()).stream()
          .flatMap(day -> layout.days(type).getOrDefault(day, List.of()).stream())
          .toList();
      if (!files.isEmpty()) {
        collect(type, SqlLiterals.parquet(files, SqlLiterals.PLAIN), found);
      }
      collect(type, FactTables.arrivals(type), found);
    }
    return found;
  }

  private void want(List<FactRow> rows) throws SQLException {
    session.execute("DELETE FROM wanted");
    var keys = new HashSet<StoredFact.Key>();
    try (DuckDBAppender appender = session.temporaryAppender("wanted")) {
      for (FactRow row : rows) {
        if (keys.add(StoredFact.Key.of(row))) {
          appender.beginRow();
          appender.append(row.type().label()).append(row.id()).append(row.keyHash());
          appender.endRow();
        }
      }
    }
  }

  private void collect(FactType type, String rows, Map<StoredFact.Key, StoredFact> found)
      throws SQLException {
    session.query(
        STORED
            + rows
            + " f JOIN wanted w ON w.key_hash = f.key_hash AND w.id = f.id WHERE w.type = "
            + SqlLiterals.text(type.label()),
        row -> found.merge(
            new StoredFact.Key(type, row.getString(1)),
            stored(row),
            (a, b) -> a.isNewerThan(b) ? a : b));
  }

  private static StoredFact stored(ResultSet row) throws SQLException {
    return new StoredFact(
        row.getLong(2), row.getLong(3), row.getLong(4), row.getBoolean(5), row.getLong(6));
  }

  private static Set<LocalDate> unfold(FactLayout layout, FactType type, Set<Long> folded) {
    var days = new HashSet<LocalDate>();
    for (LocalDate day : layout.days(type).keySet()) {
      if (folded.contains(KeyIndex.fold(day.toEpochDay()))) {
        days.add(day);
      }
    }
    return days;
  }
}
