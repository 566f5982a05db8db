package io.tidewatch.behavior.duckdb;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a row joined into one, because the driver pays by the text. Stored ids hold no
 * control characters, so the separators are safe.
 */
final class JoinedTexts {
  private static final char SEPARATOR = 31;
  private static final String NULL = "\u001e";

  private final String joined;
  private int next;

  JoinedTexts(String joined) {
    this.joined = joined;
  }

  /** An expression that joins these columns. */
  static String of(String... columns) {
    return Stream.of(columns)
        .map(column -> "COALESCE(" + column + ", chr(30))")
        .collect(Collectors.joining(" || chr(31) || "));
  }

  /** The next text, which must be there. */
  String required() {
    String text = optional();
    if (text == null) {
      throw new IllegalStateException("a text is expected at " + next + ", got " + joined);
    }
    return text;
  }

  /** The next text; null when the column is. */
  @Nullable
  String optional() {
    int end = joined.indexOf(SEPARATOR, next);
    String text = joined.substring(next, end < 0 ? joined.length() : end);
    next = end < 0 ? joined.length() : end + 1;
    return text.equals(NULL) ? null : text;
  }
}
