package io.tidewatch.trend;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a text is cut into searchable tokens, the same for documents and queries: NFKC and lower
 * case, then a run of letters and digits of other scripts is one word, and every Han, Kana or
 * Hangul character and every pictograph is a token of its own. Any run of such characters in a text
 * is therefore found as a phrase. Punctuation and space between two of them leave a gap, so that a
 * phrase never reaches over a sentence; elsewhere they do not count.
 */
public final class TextTokens {
  /** Longer words are cut into pieces of this many characters. */
  private static final int MAX_WORD = 200;

  /**
   * One token.
   *
   * @param position grows along the text; two neighbours differ by 1
   * @param single a character of its own rather than a word
   */
  public record Token(String text, int position, boolean single) {}

  private TextTokens() {}

  /** In order; empty when the text has nothing searchable. */
  public static List<Token> of(String text) {
    String folded = fold(text);
    var tokens = new ArrayList<Token>(folded.length());
    int position = -1;
    boolean afterSingle = false;
    boolean gap = false;
    int i = 0;
    while (i < folded.length()) {
      int c = folded.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean single = isSingle(c);
      if (!single && !isWord(c)) {
        gap = true;
        i = next;
        continue;
      }
      if (!single) {
        next = endOfWord(folded, i);
      }
      position += gap && afterSingle && single ? 2 : 1;
      tokens.add(new Token(folded.substring(i, next), position, single));
      afterSingle = single;
      gap = false;
      i = next;
    }
    return tokens;
  }

  /** NFKC and lower case: how texts and values are compared. */
  public static String fold(String text) {
    String normal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return normal.toLowerCase(Locale.ROOT);
  }

  private static int endOfWord(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < MAX_WORD) {
      int c = text.codePointAt(i);
      if (isSingle(c) || !isWord(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isWord(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isSingle(int c) {
    if (c < 0x1100) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> Character.getType(c) == Character.OTHER_SYMBOL || Character.isEmoji(c);
    };
  }
}
