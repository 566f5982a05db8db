package io.tidewatch.behavior.duckdb;

import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.AudienceFact.Paid;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An audience fact on its way out of the engine; its texts come as one, because the driver pays by
 * the text.
 */
final class AudienceRow {
  private static final long MICROS = 1_000_000;

  /** What to select from the rows of the shipped statement. */
  static final String COLUMNS = JoinedTexts.of(
          "user_id",
          "action",
          "product_id",
          "brand_id",
          "category_id",
          "keyword",
          "channel",
          "currency")
      + ", epoch_us(event_at), stars, quantity, amount, refunded, epoch_us(refunded_at)";

  private AudienceRow() {}

  /** The fact in the current row of the columns. */
  static AudienceFact fact(ResultSet row) throws SQLException {
    var texts = new JoinedTexts(row.getString(1));
    String user = texts.required();
    String action = texts.required();
    String product = texts.optional();
    String brand = texts.optional();
    String category = texts.optional();
    String keyword = texts.optional();
    String channel = texts.optional();
    String currency = texts.optional();
    long stars = row.getLong(3);
    return new AudienceFact(
        user,
        time(row.getLong(2)),
        action,
        product,
        brand,
        category,
        keyword,
        channel,
        stars == 0 ? null : Integer.valueOf((int) stars),
        currency == null ? null : paid(row, currency));
  }

  private static Paid paid(ResultSet row, String currency) throws SQLException {
    BigDecimal amount = row.getBigDecimal(5);
    BigDecimal refunded = row.getBigDecimal(6);
    return new Paid(
        row.getLong(4),
        Objects.requireNonNull(amount),
        currency,
        Objects.requireNonNull(refunded),
        refundedAt(row));
  }

  private static @Nullable Instant refundedAt(ResultSet row) throws SQLException {
    long micros = row.getLong(7);
    return row.wasNull() ? null : time(micros);
  }

  static Instant time(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }
}
