package io.tidewatch.trend.eval;

import java.util.Arrays;

/**
 * What is known of a {@link CountHistory} at the beginning of an hour: everything before, nothing
 * after. Asking for later hours is an error, so no method can look ahead.
 *
 * @param history all counts
 * @param now the first hour that is not known yet
 */
public record Past(CountHistory history, int now) {
  public Past {
    if (now < 0 || now > history.length()) {
      throw new IllegalArgumentException(
          "now: 0 to " + history.length() + " is required, got " + now);
    }
  }

  /** Units of a key in hours [from, to); hours before the history hold none. */
  public int count(int key, int from, int to) {
    known(to);
    return history.count(key, Math.max(0, from), Math.max(0, to));
  }

  /** Observed hours in [from, to). */
  public int observed(int from, int to) {
    known(to);
    return history.observed(Math.max(0, from), Math.max(0, to));
  }

  /** Documents of hours [from, to). */
  public int documents(int from, int to) {
    known(to);
    return history.documents(Math.max(0, from), Math.max(0, to));
  }

  /** Keys that were counted in the last {@code window} hours, ascending. */
  public int[] active(int window) {
    var keys = new java.util.BitSet();
    for (int h = Math.max(0, now - window); h < now; h++) {
      for (int key : history.keysAt(h)) {
        keys.set(key);
      }
    }
    return keys.stream().toArray();
  }

  /** Index of the first entry of a key at or after {@code from}. */
  int entryFrom(int key, int from) {
    int at = Arrays.binarySearch(history.hours(key), from);
    return at >= 0 ? at : -at - 1;
  }

  private void known(int to) {
    if (to > now) {
      throw new IllegalArgumentException(
          "to: at most the present hour " + now + " is required, got " + to);
    }
  }
}
