package io.tidewatch.behavior.duckdb;

import io.tidewatch.model.behavior.InterestFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An interest fact on its way out of the engine: the texts of a row joined into one, because the
 * driver pays by the text. Stored ids hold no control characters, so the separators are safe.
 */
final class InterestRow {
  private static final char SEPARATOR = 31;
  private static final String NULL = "\u001e";

  /** What to select from the rows of the shipped statement. */
  static final String COLUMNS =
      Stream.of("user_id", "action", "product_id", "brand_id", "category_id", "keyword")
              .map(column -> "COALESCE(" + column + ", chr(30))")
              .collect(Collectors.joining(" || chr(31) || "))
          + ", date_diff('day', DATE '1970-01-01', local_day), events";

  private final String joined;
  private int next;

  private InterestRow(String joined) {
    this.joined = joined;
  }

  /** The fact in the current row of the columns. */
  static InterestFact fact(ResultSet row) throws SQLException {
    var texts = new InterestRow(row.getString(1));
    return new InterestFact(
        texts.required(),
        texts.required(),
        texts.optional(),
        texts.optional(),
        texts.optional(),
        texts.optional(),
        LocalDate.ofEpochDay(row.getLong(2)),
        row.getLong(3));
  }

  private String required() {
    String text = optional();
    if (text == null) {
      throw new IllegalStateException("a user and an action are expected, got " + joined);
    }
    return text;
  }

  private @Nullable String optional() {
    int end = joined.indexOf(SEPARATOR, next);
    String text = joined.substring(next, end < 0 ? joined.length() : end);
    next = end < 0 ? joined.length() : end + 1;
    return text.equals(NULL) ? null : text;
  }
}
