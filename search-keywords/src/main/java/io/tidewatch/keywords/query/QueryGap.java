package io.tidewatch.keywords.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A query that leads nowhere.
 *
 * @param failures searches without results, or shown ones without a click
 * @param trials searches, or shown ones
 * @param share of failures
 * @param suggestion the member of its family that is clicked most surely, when that is surely more
 *     than this one; null when there is none
 */
public record QueryGap(
    String query,
    Kind kind,
    long failures,
    long trials,
    WilsonShare share,
    @Nullable String suggestion) {

  /** How it leads nowhere. */
  public enum Kind {
    /** Searches find nothing. */
    NO_RESULT,
    /** What is found is not clicked. */
    NO_CLICK;

    /** The lower-case name with a dash, as answers write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
