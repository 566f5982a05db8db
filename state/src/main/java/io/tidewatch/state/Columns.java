package io.tidewatch.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How our values stand in columns. */
final class Columns {
  private Columns() {}

  /** Sets the parameters of {@code statement} in order; instants are cut to microseconds. */
  static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Instant instant ->
          statement.setObject(
              i + 1, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        case Object other -> statement.setObject(i + 1, other);
      }
    }
  }

  static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(optionalInstant(row, column), column);
  }

  /** Items without line breaks as one text. */
  static String lines(List<String> items) {
    return String.join("\n", items);
  }

  static List<String> items(@Nullable String lines) {
    return lines == null || lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n", -1));
  }
}
