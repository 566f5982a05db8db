package io.tidewatch.behavior;

import io.tidewatch.model.behavior.KeywordText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the values of one row and checks numbers. */
final class FactValues {
  private static final BigDecimal MONEY_LIMIT = new BigDecimal("1E14");

  private final String owner;
  private final Map<FactColumn, Object> values = new EnumMap<>(FactColumn.class);

  FactValues(String owner) {
    this.owner = owner;
  }

  FactValues put(FactColumn column, @Nullable Object value) {
    if (value != null) {
      if (value instanceof String text && column.isId()) {
        visible(owner + ": " + column.column(), text);
      }
      values.put(column, value);
    }
    return this;
  }

  /** Refuses ids with control characters, by which rows are taken apart. */
  static String visible(String argument, String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < ' ') {
        throw new IllegalArgumentException(
            argument + ": a text without control characters is required, got " + id);
      }
    }
    return id;
  }

  FactValues count(FactColumn column, @Nullable Long value) {
    if (value != null && value < 0) {
      throw refused(column, "not negative", value);
    }
    return put(column, value);
  }

  FactValues money(FactColumn column, @Nullable BigDecimal value) {
    if (value == null) {
      return this;
    }
    if (value.signum() < 0) {
      throw refused(column, "not negative", value);
    }
    if (value.compareTo(MONEY_LIMIT) >= 0) {
      throw refused(column, "below 100000000000000", value);
    }
    return put(column, value.setScale(FactColumn.MONEY_SCALE, RoundingMode.HALF_EVEN));
  }

  FactValues keyword(@Nullable String query) {
    if (query == null) {
      return this;
    }
    String keyword = KeywordText.normalise(query);
    return put(FactColumn.QUERY, query).put(FactColumn.KEYWORD, keyword.isEmpty() ? null : keyword);
  }

  Map<FactColumn, Object> map() {
    return values;
  }

  private IllegalArgumentException refused(FactColumn column, String rule, Object value) {
    return new IllegalArgumentException(
        owner + ": " + column.column() + ": a number " + rule + " is required, got " + value);
  }
}
