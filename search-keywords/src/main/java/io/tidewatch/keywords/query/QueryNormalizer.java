package io.tidewatch.keywords.query;

import io.tidewatch.model.query.HanScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Brings a query into the form in which spellings are compared: half width, lower case, simplified,
 * without accents and signs. Signs that carry meaning stay: the point and the dash between digits,
 * the stroke between digits and letters of a measure, {@code x} for the multiplication sign, the plus
 * after a letter or digit, the ampersand between letters. Any string is acceptable. Linear. Safe from
 * any thread.
 */
public final class QueryNormalizer {
  private final HanScript script;

  public QueryNormalizer(HanScript script) {
    this.script = script;
  }

  /** The words of {@code typed}, parted by single spaces. Idempotent. */
  public String text(String typed) {
    return normalise(typed).text();
  }

  /**
   * What two spellings of one query share: the text without spaces, but for a space between two
   * digits. Empty when nothing but signs was typed.
   */
  public String key(String typed) {
    return normalise(typed).key();
  }

  NormalQuery normalise(String typed) {
    return new Pass(typed).run();
  }

  private final class Pass {
    private final String typed;
    private char[] folded;
    private int[] from;
    private int n;

    private Pass(String typed) {
      this.typed = typed;
      folded = new char[typed.length() + 8];
      from = new int[typed.length() + 8];
    }

    private NormalQuery run() {
      for (int i = 0; i < typed.length(); ) {
        int point = typed.codePointAt(i);
        fold(point, i);
        i += Character.charCount(point);
      }
      var text = new StringBuilder(n);
      int[] starts = new int[n];
      int[] ends = new int[n];
      boolean gap = false;
      for (int i = 0; i < n; i++) {
        char c = kept(i);
        if (c == 0) {
          continue;
        }
        if (c == ' ') {
          gap = !text.isEmpty();
          continue;
        }
        if (gap) {
          starts[text.length()] = ends[text.length() - 1];
          ends[text.length()] = from[i];
          text.append(' ');
          gap = false;
        }
        starts[text.length()] = from[i];
        ends[text.length()] = from[i] + Character.charCount(typed.codePointAt(from[i]));
        text.append(c);
      }
      String done = text.toString();
      return new NormalQuery(done, joined(done), starts, ends);
    }

    private void fold(int point, int at) {
      if (point < 0x80) {
        put(Character.toLowerCase((char) point), at);
        return;
      }
      if (point >= 0x4E00 && point <= 0x9FFF) {
        put(script.simplify((char) point), at);
        return;
      }
      if (point <= 0xFFFF && Character.isSurrogate((char) point)) {
        put(' ', at);
        return;
      }
      String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
          .toLowerCase(Locale.ROOT);
      if (!plain.isEmpty() && plain.charAt(0) < 0x250) {
        plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
      }
      for (int i = 0; i < plain.length(); i++) {
        put(script.simplify(plain.charAt(i)), at);
      }
    }

    private void put(char c, int at) {
      if (n == folded.length) {
        folded = Arrays.copyOf(folded, n * 2);
        from = Arrays.copyOf(from, n * 2);
      }
      folded[n] = c;
      from[n++] = at;
    }

    /** What stays of the unit at {@code i}: itself, a space, or 0 for nothing. */
    private char kept(int i) {
      char c = folded[i];
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        return symbol(i) ? ' ' : c;
      }
      char before = i > 0 ? folded[i - 1] : ' ';
      char after = i + 1 < n ? folded[i + 1] : ' ';
      boolean measure = digit(before) && digit(after);
      return switch (c) {
        case '.', '/', ':' -> measure ? c : ' ';
        case '-', '~', '\u2014', '\u2013', '\u2212', '_' ->
          measure ? '-' : latin(before) && latin(after) ? 0 : ' ';
        case '*', '\u00D7', '\u2715', '\u2716' -> measure ? 'x' : ' ';
        case '+' -> latin(before) ? c : ' ';
        case '&' -> letter(before) && letter(after) ? c : ' ';
        case '%', '\u00B0' -> digit(before) ? c : ' ';
        case '\'', '\u2019', '`' -> letter(before) && letter(after) ? 0 : ' ';
        default ->
          Character.getType(c) == Character.NON_SPACING_MARK
                  || Character.getType(c) == Character.FORMAT
              ? 0
              : ' ';
      };
    }

    /** Whether a surrogate pair is a sign such as an emoji, not a rare Han character. */
    private boolean symbol(int i) {
      if (!Character.isSurrogate(folded[i])) {
        return false;
      }
      return !Character.isLetterOrDigit(typed.codePointAt(from[i]));
    }
  }

  private static String joined(String text) {
    var key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' || (digit(text.charAt(i - 1)) && digit(text.charAt(i + 1)))) {
        key.append(c);
      }
    }
    return key.toString();
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean letter(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean latin(char c) {
    return digit(c) || letter(c);
  }

  static boolean han(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }
}
