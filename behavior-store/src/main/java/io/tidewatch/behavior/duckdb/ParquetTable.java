package io.tidewatch.behavior.duckdb;

import io.tidewatch.model.campaign.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Parquet with columns of text, zstd-compressed, rows in the given order. Each file is written by a
 * database of its own in memory, so it needs no behaviour store. Safe from any thread.
 */
public final class ParquetTable implements TextTable {
  private final DuckDbSettings settings;
  private final Path spill;

  /** What does not fit in memory goes to {@code spill} for a while. */
  public ParquetTable(DuckDbSettings settings, Path spill) {
    this.settings = settings;
    this.spill = spill;
  }

  @Override
  public void write(
      Path file, List<String> columns, Iterable<? extends List<@Nullable String>> rows)
      throws IOException {
    String names = columns.stream().map(ParquetTable::quoted).collect(Collectors.joining(", "));
    String typed = columns.stream()
        .map(column -> quoted(column) + " VARCHAR")
        .collect(Collectors.joining(", "));
    try (var database = new Database(settings, spill)) {
      Session session = database.writer();
      session.execute("CREATE TEMP TABLE rows_of_text (place BIGINT, " + typed + ")");
      try (DuckDBAppender appender = session.temporaryAppender("rows_of_text")) {
        long place = 0;
        for (List<@Nullable String> row : rows) {
          append(appender, place++, row, columns.size());
        }
      }
      session.execute("COPY (SELECT " + names + " FROM rows_of_text ORDER BY place) TO "
          + SqlLiterals.text(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
    } catch (SQLException e) {
      throw new IOException("parquet: cannot be written: " + file, e);
    }
  }

  private static void append(
      DuckDBAppender appender, long place, List<@Nullable String> row, int columns)
      throws SQLException {
    if (row.size() != columns) {
      throw new IllegalArgumentException(
          "rows: " + columns + " values a row are required, got " + row.size());
    }
    appender.beginRow();
    appender.append(place);
    for (String value : row) {
      if (value == null) {
        appender.appendNull();
      } else {
        appender.append(value);
      }
    }
    appender.endRow();
  }

  private static String quoted(String column) {
    return "\"" + column.replace("\"", "\"\"") + "\"";
  }
}
