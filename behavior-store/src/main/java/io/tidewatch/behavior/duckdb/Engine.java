package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running database with what it holds of the files. The key lookup is built when the first write
 * asks for it, so that a process that only reads never pays for it.
 */
final class Engine implements AutoCloseable {
  private final Database database;
  private final Arrivals arrivals;
  private @Nullable KeyLookup lookup;

  Engine(DuckDbSettings settings, FactFiles files) throws SQLException {
    List<Path> arrived = files.arrived().stream().map(files::arrival).toList();
    this.database = new Database(settings, files.temporary("spill"));
    try {
      this.arrivals = new Arrivals(database.writer(), arrived);
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  Database database() {
    return database;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  /** For whoever holds the store's write lock. */
  KeyLookup lookup(FactFiles files) throws SQLException {
    KeyLookup current = lookup;
    if (current == null) {
      current = new KeyLookup(database.writer(), files.layout());
      lookup = current;
    }
    return current;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
