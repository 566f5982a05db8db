package io.tidewatch.trend.engine;

import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.document.CountingUnit;

/** Numbers under which constants stand in an index. They never change their meaning. */
public final class Codes {
  public static final int AUTHORS = 0;
  public static final int TITLES = 1;

  /** Number of counting units. */
  public static final int UNITS = 2;

  public static final int NEUTRAL = 0;
  public static final int POSITIVE = 1;
  public static final int NEGATIVE = 2;
  public static final int UNCERTAIN = 3;

  private Codes() {}

  public static int of(CountingUnit unit) {
    return switch (unit) {
      case AUTHORS -> AUTHORS;
      case TITLES -> TITLES;
    };
  }

  public static int of(Polarity polarity) {
    return switch (polarity) {
      case NEUTRAL -> NEUTRAL;
      case POSITIVE -> POSITIVE;
      case NEGATIVE -> NEGATIVE;
      case UNCERTAIN -> UNCERTAIN;
    };
  }
}
