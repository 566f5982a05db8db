package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.WindowViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** One connection with its own temporary views and tables. For one thread at a time. */
final class Session implements AutoCloseable {
  private final DuckDBConnection connection;
  private String catalogueVersion = "";

  Session(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Takes one row of a result. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void query(String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  /** Makes these views for this session. */
  void views(WindowViews definitions, String... names) throws SQLException {
    for (String name : names) {
      view(name, definitions.named(name));
    }
  }

  /** Makes or replaces a view of this session. */
  void view(String name, String select) throws SQLException {
    execute("CREATE OR REPLACE TEMP VIEW " + name + " AS " + select);
  }

  /** Appends to a table of all sessions. */
  DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(table);
  }

  /** Appends to a temporary table of this session. */
  DuckDBAppender temporaryAppender(String table) throws SQLException {
    return connection.createAppender("temp", "main", table);
  }

  /** Another session on the same database. */
  Session another() throws SQLException {
    return new Session(connection.duplicate());
  }

  /** Version of the catalogue that the session's {@code products} table holds; empty at first. */
  String catalogueVersion() {
    return catalogueVersion;
  }

  void catalogueVersion(String version) {
    this.catalogueVersion = version;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
