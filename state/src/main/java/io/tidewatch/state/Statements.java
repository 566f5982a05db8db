package io.tidewatch.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements over one connection. For one thread. */
final class Statements {
  private static final int BATCH = 5_000;

  private final Connection connection;

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  int change(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.set(statement, values);
      return statement.executeUpdate();
    }
  }

  <T> List<T> select(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Columns.set(statement, values);
      var found = new ArrayList<T>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row.read(rows));
        }
      }
      return found;
    }
  }

  long number(String sql, @Nullable Object... values) throws SQLException {
    return select(sql, row -> row.getLong(1), values).getFirst();
  }

  /** Runs one statement for every item, many at a time. */
  <T> void each(String sql, Collection<T> items, Function<T, @Nullable Object[]> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T item : items) {
        Columns.set(statement, values.apply(item));
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }
}
