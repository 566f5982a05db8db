package io.tidewatch.trend.question;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.Row;

/** What a count takes a document for. */
final class CountedUnit {
  private CountedUnit() {}

  static long of(Row row, Counting.By by) {
    return switch (by) {
      case UNITS -> row.number(Measure.UNIT);
      case TEXTS -> row.number(Measure.WORDING);
      case DOCUMENTS -> row.ordinal();
    };
  }
}
