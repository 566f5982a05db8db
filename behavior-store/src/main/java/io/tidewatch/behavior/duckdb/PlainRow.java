package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.Statements;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current row of a result in the types that {@link Statements} names. */
final class PlainRow {
  private PlainRow() {}

  static List<@Nullable Object> of(ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    var values = new ArrayList<@Nullable Object>(columns);
    for (int i = 1; i <= columns; i++) {
      values.add(value(row, i));
    }
    return values;
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    int type = row.getMetaData().getColumnType(column);
    if (type == Types.TIMESTAMP) {
      LocalDateTime time = row.getObject(column, LocalDateTime.class);
      return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
    if (type == Types.DATE) {
      return row.getObject(column, LocalDate.class);
    }
    return switch (row.getObject(column)) {
      case null -> null;
      case Integer number -> number.longValue();
      case BigInteger number -> number.longValueExact();
      case BigDecimal number -> number.stripTrailingZeros();
      case Object value -> value;
    };
  }
}
