package io.tidewatch.trend.lucene;

import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.document.CountingUnit;

/** Numbers under which constants stand in doc values. They never change their meaning. */
final class Codes {
  static final int AUTHORS = 0;
  static final int TITLES = 1;
  static final int POSITIVE = 1;
  static final int NEGATIVE = 2;

  private Codes() {}

  static int of(CountingUnit unit) {
    return switch (unit) {
      case AUTHORS -> AUTHORS;
      case TITLES -> TITLES;
    };
  }

  static int of(Polarity polarity) {
    return switch (polarity) {
      case NEUTRAL -> 0;
      case POSITIVE -> POSITIVE;
      case NEGATIVE -> NEGATIVE;
      case UNCERTAIN -> 3;
    };
  }
}
