package io.tidewatch.behavior.duckdb;

import io.tidewatch.model.behavior.InterestFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** An interest fact on its way out of the engine. */
final class InterestRow {
  /** What to select from the rows of the shipped statement. */
  static final String COLUMNS =
      JoinedTexts.of("user_id", "action", "product_id", "brand_id", "category_id", "keyword")
          + ", date_diff('day', DATE '1970-01-01', local_day), events";

  private InterestRow() {}

  /** The fact in the current row of the columns. */
  static InterestFact fact(ResultSet row) throws SQLException {
    var texts = new JoinedTexts(row.getString(1));
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
}
