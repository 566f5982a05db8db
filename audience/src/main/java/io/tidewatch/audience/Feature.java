package io.tidewatch.audience;

import java.util.Comparator;
import java.util.Locale;

/** Something that users care about. */
record Feature(Kind kind, String id) implements Comparable<Feature> {
  private static final Comparator<Feature> ORDER =
      Comparator.comparing(Feature::kind).thenComparing(Feature::id);

  /** What kinds of things. */
  enum Kind {
    CATEGORY,
    BRAND,
    PRODUCT,
    KEYWORD;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As rows carry it. */
  String label() {
    return kind.label() + ":" + id;
  }

  @Override
  public int compareTo(Feature other) {
    return ORDER.compare(this, other);
  }
}
