package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.WindowViews;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as they stand in a DuckDB statement. */
final class SqlLiterals {
  /** Option: the column {@code day} comes from the folder. */
  static final String PARTITIONED = "hive_partitioning = true";

  /** Option: the folder's name says nothing. */
  static final String PLAIN = "hive_partitioning = false";

  private SqlLiterals() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String timestamp(Instant instant) {
    return WindowViews.timestamp(instant);
  }

  /** A table of the rows of these files, read with an option of {@code read_parquet}. */
  static String parquet(Collection<Path> files, String option) {
    return files.stream()
        .map(file -> text(plain(file.toString())))
        .collect(Collectors.joining(", ", "read_parquet([", "], " + option + ")"));
  }

  /** Keeps DuckDB from reading a folder's name as a pattern. */
  private static String plain(String path) {
    var plain = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '[' || c == '*' || c == '?') {
        plain.append('[').append(c).append(']');
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
