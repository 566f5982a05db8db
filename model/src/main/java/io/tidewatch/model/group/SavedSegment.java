package io.tidewatch.model.group;

import java.time.Instant;

/**
 * A named question for users.
 *
 * @param name unique, 1 to {@value #LONGEST} characters without control characters
 * @param query in the language of segments, with ids instead of names
 * @param savedAt when it was saved last
 */
public record SavedSegment(String name, String query, Instant savedAt) {
  /** Most characters of a name. */
  public static final int LONGEST = 100;

  public SavedSegment {
    if (name.isBlank()
        || !name.equals(name.strip())
        || name.length() > LONGEST
        || name.chars().anyMatch(c -> Character.isISOControl(c) || c == '"')) {
      throw new IllegalArgumentException("name: 1 to " + LONGEST
          + " characters without quotes and surrounding space are required, got " + name);
    }
  }
}
