package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactRow;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Appends rows of one type to its table, column by column. */
final class FactAppender implements AutoCloseable {
  private final DuckDBAppender appender;

  FactAppender(DuckDBAppender appender) {
    this.appender = appender;
  }

  /** Appends one row; {@code arrival} numbers the rows of all times in order. */
  void append(FactRow row, long arrival) throws SQLException {
    appender.beginRow();
    appender.append(row.id());
    appender.append(row.keyHash());
    appender.appendEpochMicros(row.eventMicros());
    appender.appendEpochMicros(row.versionMicros());
    appender.append(arrival);
    appender.append(row.deleted());
    appender.append(row.contentHash());
    text(row.envelope().source());
    time(row.envelope().updatedAt());
    time(row.envelope().receivedAt());
    text(row.envelope().extra());
    for (FactColumn column : row.type().columns()) {
      value(column, row.values().get(column));
    }
    appender.endRow();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }

  private void text(@Nullable String text) throws SQLException {
    if (text == null) {
      appender.appendNull();
    } else {
      appender.append(text);
    }
  }

  private void time(@Nullable Instant time) throws SQLException {
    if (time == null) {
      appender.appendNull();
    } else {
      appender.appendEpochMicros(FactRow.micros(time));
    }
  }

  private void value(FactColumn column, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
      return;
    }
    switch (column.kind()) {
      case TEXT -> appender.append((String) value);
      case TEXTS -> appender.append((List<?>) value);
      case WHOLE -> appender.append(((Long) value).longValue());
      case NUMBER -> appender.append(((Double) value).doubleValue());
      case FLAG -> appender.append(((Boolean) value).booleanValue());
      case MONEY -> appender.append((BigDecimal) value);
    }
  }
}
