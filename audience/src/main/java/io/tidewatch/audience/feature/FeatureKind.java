package io.tidewatch.audience.feature;

import java.util.Locale;

/** What kinds of features there are. */
public enum FeatureKind {
  CATEGORY(0, Measure.INTEREST),
  BRAND(1, Measure.INTEREST),
  PRODUCT(2, Measure.INTEREST),
  /** Searched words, spellings of one word together. */
  KEYWORD(3, Measure.INTEREST),
  /** Fifth of the prices of a category, 1 the cheapest. */
  PRICE_BAND(4, Measure.INTEREST),
  /** Season of the year in which the user acts. */
  SEASON(5, Measure.SHARE),
  /** Part of the local day in which the user acts. */
  HOUR(6, Measure.SHARE),
  CHANNEL(7, Measure.SHARE),
  /** Fifth of the buyers by decayed spend, 5 the highest. */
  SPEND(8, Measure.FLAG),
  /** Fifth of the buyers by mean order value, 5 the highest. */
  ORDER_VALUE(9, Measure.FLAG),
  /** Fifth of the buyers by how dear their purchases are within the prices of their categories. */
  PRICE_RANK(10, Measure.FLAG),
  /** What was told of the user, with its source. */
  ATTRIBUTE(11, Measure.FLAG),
  /** Aspect for which others praise the products that the user acts on. */
  ASPECT(12, Measure.INTEREST),
  /** Hashtag under which others talk of those products. */
  TOPIC(13, Measure.INTEREST),
  /** Fifth of the products of a category by how many talk of them, 5 the most. */
  SOCIAL(14, Measure.INTEREST);

  /** What the value of a feature says. */
  public enum Measure {
    /** Decayed interest, from 0. */
    INTEREST,
    /** Share of the user's weighted acts, 0 to 1. */
    SHARE,
    /** 1 for those who have it. */
    FLAG
  }

  private final int place;
  private final Measure measure;

  FeatureKind(int place, Measure measure) {
    this.place = place;
    this.measure = measure;
  }

  /** Whether it is known from what people say, which is not at hand everywhere. */
  public boolean isOfTalk() {
    return this == ASPECT || this == TOPIC || this == SOCIAL;
  }

  /** The number by which kinds are packed, from 0 in the order of the constants. */
  int place() {
    return place;
  }

  public Measure measure() {
    return measure;
  }

  /** The name in answers, such as {@code price-band}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * How strongly a value speaks, 0 to 1: interest saturates, so that many clicks on one thing do not
   * outweigh a broad likeness.
   *
   * @param saturation interest at which a feature gives tanh(1), about three quarters
   */
  public double strength(double value, double saturation) {
    return switch (measure) {
      case INTEREST -> Math.tanh(value / saturation);
      case SHARE, FLAG -> value;
    };
  }
}
