package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactRow;
import io.tidewatch.behavior.FactType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** The table that holds facts of all types as they arrive, and its rows' way in. */
final class WideTable {
  /** Facts that no compaction has absorbed yet. */
  static final String ARRIVALS = "arrivals";

  /** The batch being written. */
  static final String STAGING = "staging";

  private static final List<String> KEY_COLUMNS = List.of("type VARCHAR", "day DATE");
  private static final List<String> COMMON_COLUMNS = List.of(
      "id VARCHAR",
      "key_hash BIGINT",
      "event_at TIMESTAMP",
      "version_at TIMESTAMP",
      "arrival BIGINT",
      "deleted BOOLEAN",
      "content_hash BIGINT",
      "source VARCHAR",
      "updated_at TIMESTAMP",
      "received_at TIMESTAMP",
      "extra VARCHAR");

  private WideTable() {}

  /** Creates the table empty, whether or not it is there. */
  static String create(String table) {
    return Stream.concat(
            Stream.concat(KEY_COLUMNS.stream(), COMMON_COLUMNS.stream()),
            Arrays.stream(FactColumn.values())
                .map(c -> c.column() + " " + c.kind().sqlType()))
        .collect(Collectors.joining(", ", "CREATE OR REPLACE TABLE " + table + " (", ")"));
  }

  /** The columns that files of one type have, comma-separated; the day is in the folder. */
  static String columnsOf(FactType type) {
    return Stream.concat(
            COMMON_COLUMNS.stream().map(c -> c.substring(0, c.indexOf(' '))),
            type.columns().stream().map(FactColumn::column))
        .collect(Collectors.joining(", "));
  }

  /** Appends one row; {@code arrival} numbers the rows of all times in order. */
  static void append(DuckDBAppender appender, FactRow row, long arrival) throws SQLException {
    appender.beginRow();
    appender.append(row.type().label());
    appender.appendEpochDays((int) row.day().toEpochDay());
    appender.append(row.id());
    appender.append(row.keyHash());
    appender.appendEpochMicros(row.eventMicros());
    appender.appendEpochMicros(row.versionMicros());
    appender.append(arrival);
    appender.append(row.deleted());
    appender.append(row.contentHash());
    appendText(appender, row.envelope().source());
    appendTime(appender, row.envelope().updatedAt());
    appendTime(appender, row.envelope().receivedAt());
    appendText(appender, row.envelope().extra());
    for (FactColumn column : COLUMNS) {
      appendValue(appender, column, row.values().get(column));
    }
    appender.endRow();
  }

  private static final List<FactColumn> COLUMNS = List.of(FactColumn.values());

  private static void appendText(DuckDBAppender appender, @Nullable String text)
      throws SQLException {
    if (text == null) {
      appender.appendNull();
    } else {
      appender.append(text);
    }
  }

  private static void appendTime(DuckDBAppender appender, @Nullable Instant time)
      throws SQLException {
    if (time == null) {
      appender.appendNull();
    } else {
      appender.appendEpochMicros(FactRow.micros(time));
    }
  }

  private static void appendValue(
      DuckDBAppender appender, FactColumn column, @Nullable Object value) throws SQLException {
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
