package io.tidewatch.behavior.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * An in-memory DuckDB that never reaches for the network: one session for writing, others lent to
 * readers.
 */
final class Database implements AutoCloseable {
  private final Session writer;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();

  /** Opens it; what does not fit in memory spills to {@code spill}. */
  Database(DuckDbSettings settings, Path spill) throws SQLException {
    var properties = new Properties();
    properties.setProperty("threads", Integer.toString(settings.threads()));
    properties.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    properties.setProperty("temp_directory", spill.toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
    if (connection == null) {
      throw new SQLException("the DuckDB driver refuses its own address");
    }
    this.writer = new Session(connection.unwrap(DuckDBConnection.class));
  }

  /** The session of whoever holds the store's write lock. */
  Session writer() {
    return writer;
  }

  /** A session that nobody else uses. */
  Session borrow() throws SQLException {
    Session session = idle.poll();
    return session == null ? writer.another() : session;
  }

  /** Takes back a session that works. */
  void giveBack(Session session) {
    idle.push(session);
  }

  @Override
  public void close() throws SQLException {
    for (Session session = idle.poll(); session != null; session = idle.poll()) {
      session.close();
    }
    writer.close();
  }
}
