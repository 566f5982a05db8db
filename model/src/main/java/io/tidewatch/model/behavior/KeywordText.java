package io.tidewatch.model.behavior;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which two typed queries are one keyword: NFKC (which folds width), lower case, white
 * space and control characters collapsed to single spaces, none at the ends, invisible format
 * characters left out.
 */
public final class KeywordText {
  private KeywordText() {}

  /** The normalised form; empty for a query without visible characters. Idempotent. */
  public static String normalise(String query) {
    String folded = Normalizer.normalize(
        Normalizer.normalize(query, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKC);
    var text = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (Character.getType(c) == Character.FORMAT) {
        continue;
      }
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (gap && !text.isEmpty()) {
        text.append(' ');
      }
      gap = false;
      text.appendCodePoint(c);
    }
    return text.toString();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }
}
