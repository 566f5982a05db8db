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
  private static final int MAX_WORD = 100;

  /** Between two tokens of a pair; in no token and no white space. */
  private static final char SEAM = '\u0001';

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
    var tokens = new ArrayList<Token>(text.length());
    cut(fold(text), false, (token, start, end) -> tokens.add(token));
    return tokens;
  }

  /** The tokens of a word in a query, in which {@code *} counts as a letter. */
  static List<Token> patterns(String word) {
    var tokens = new ArrayList<Token>();
    cut(fold(word), true, (token, start, end) -> tokens.add(token));
    return tokens;
  }

  /** Receives a token and where it stands in the folded text. */
  @FunctionalInterface
  interface Cutter {
    void token(Token token, int start, int end);
  }

  /** Cuts a text that is folded already. */
  static void cut(String folded, boolean stars, Cutter cutter) {
    int position = -1;
    boolean afterSingle = false;
    boolean gap = false;
    int i = 0;
    while (i < folded.length()) {
      int c = folded.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean single = isSingle(c);
      if (!single && !isWord(c, stars)) {
        gap = true;
        i = next;
        continue;
      }
      if (!single) {
        next = endOfWord(folded, i, stars);
      }
      position += gap && afterSingle && single ? 2 : 1;
      cutter.token(new Token(folded.substring(i, next), position, single), i, next);
      afterSingle = single;
      gap = false;
      i = next;
    }
  }

  /** Each two neighbouring tokens as one token at the position of the first. */
  public static List<Token> pairs(List<Token> tokens) {
    var pairs = new ArrayList<Token>(tokens.size());
    for (int i = 1; i < tokens.size(); i++) {
      Token a = tokens.get(i - 1);
      Token b = tokens.get(i);
      if (b.position() == a.position() + 1) {
        // words are kept apart, "a bc" is not "ab c"; characters need no mark
        String text = a.single() && b.single() ? a.text() + b.text() : a.text() + SEAM + b.text();
        pairs.add(new Token(text, a.position(), false));
      }
    }
    return pairs;
  }

  /** NFKC and lower case: how texts and values are compared. */
  public static String fold(String text) {
    return width(text).toLowerCase(Locale.ROOT);
  }

  /** NFKC alone. */
  static String width(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static int endOfWord(String text, int from, boolean stars) {
    int i = from;
    while (i < text.length() && i - from < MAX_WORD) {
      int c = text.codePointAt(i);
      if (isSingle(c) || !isWord(c, stars)) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static boolean isWord(int c, boolean stars) {
    if (c < 128) {
      return (stars && c == '*') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
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
