package io.tidewatch.keywords;

import java.util.HashSet;
import java.util.Set;

/**
 * The pieces by which two keywords count as alike: pairs of neighbouring Han characters, and whole
 * words of anything else. A single Han character between other things is a piece of its own.
 */
final class WordPieces {
  private WordPieces() {}

  /** The pieces of a normalised keyword. */
  static Set<String> of(String keyword) {
    var pieces = new HashSet<String>();
    int[] points = keyword.codePoints().toArray();
    int i = 0;
    while (i < points.length) {
      int start = i;
      boolean han = isHan(points[i]);
      if (!han && !Character.isLetterOrDigit(points[i])) {
        i++;
        continue;
      }
      while (i < points.length
          && isHan(points[i]) == han
          && (han || Character.isLetterOrDigit(points[i]))) {
        i++;
      }
      if (!han || i - start == 1) {
        pieces.add(new String(points, start, i - start));
      } else {
        for (int pair = start; pair + 1 < i; pair++) {
          pieces.add(new String(points, pair, 2));
        }
      }
    }
    return pieces;
  }

  private static boolean isHan(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
  }
}
