package io.tidewatch.state;

import io.tidewatch.model.record.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in a transaction: all of it is kept or nothing. Safe from any thread. */
final class Transactions {
  private final DataSource source;
  private final String shown;

  /** {@code shown} names the database in messages. */
  Transactions(DataSource source, String shown) {
    this.source = source;
    this.shown = shown;
  }

  /** Work over one connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Throws {@link StoreUnavailableException} when the database does not do its part. */
  <T> T call(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreUnavailableException("state: " + shown + " does not answer", e);
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
