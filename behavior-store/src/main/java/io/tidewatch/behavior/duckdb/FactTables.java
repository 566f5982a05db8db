package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactColumn;
import io.tidewatch.behavior.FactType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and columns of the in-memory tables: one a fact type, with the columns of its files. */
final class FactTables {
  private static final List<String> COMMON = List.of(
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

  private FactTables() {}

  /** The table of facts that no compaction has absorbed yet. */
  static String arrivals(FactType type) {
    return "arrivals_" + type.label();
  }

  /** Creates a table for facts of the type, empty whether or not it is there. */
  static String create(String table, FactType type) {
    return "CREATE OR REPLACE TABLE " + table + " (" + definitions(type.columns().stream()) + ")";
  }

  /** Columns of the type's files and tables, comma-separated; the day is apart. */
  static String columns(FactType type) {
    return Stream.concat(
            COMMON.stream().map(c -> c.substring(0, c.indexOf(' '))),
            type.columns().stream().map(FactColumn::column))
        .collect(Collectors.joining(", "));
  }

  /** No row, every column that some type has: names and types for files that hold fewer. */
  static String nothing() {
    return Stream.concat(COMMON.stream(), Stream.of("type VARCHAR", "day DATE"))
            .map(FactTables::typedNull)
            .collect(Collectors.joining(", ", "SELECT ", ", "))
        + Arrays.stream(FactColumn.values())
            .map(c -> typedNull(c.column() + " " + c.kind().sqlType()))
            .collect(Collectors.joining(", ", "", " WHERE false"));
  }

  private static String typedNull(String definition) {
    int space = definition.indexOf(' ');
    return "CAST(NULL AS " + definition.substring(space + 1) + ") AS "
        + definition.substring(0, space);
  }

  private static String definitions(Stream<FactColumn> columns) {
    return Stream.concat(
            COMMON.stream(), columns.map(c -> c.column() + " " + c.kind().sqlType()))
        .collect(Collectors.joining(", "));
  }
}
