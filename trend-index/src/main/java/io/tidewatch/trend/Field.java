package io.tidewatch.trend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A field of the search language. */
public enum Field {
  TEXT,
  BRAND,
  PRODUCT,
  ASPECT,
  HASHTAG,
  SOURCE,
  AUTHOR,
  SENTIMENT,
  INTENT,
  KIND,
  CATEGORY,
  SPAM;

  /** The name used in queries. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> find(String label) {
    return Arrays.stream(values()).filter(f -> f.name().equalsIgnoreCase(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Field::label).collect(Collectors.joining(", "));
  }
}
