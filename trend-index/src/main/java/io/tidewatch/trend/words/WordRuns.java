package io.tidewatch.trend.words;

import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import java.lang.Character.UnicodeScript;

/**
 * The stretches of one text in which words can stand: runs of Han characters, and Latin letter words
 * that stand apart from digits, addresses and handles. Words of others that a repost quotes are left
 * out, and of long texts all but the first {@link #LONGEST} characters.
 */
final class WordRuns {
  static final int LONGEST = 10_000;
  static final int SHORTEST_LATIN = 3;
  static final int LONGEST_LATIN = 12;

  private static final char NAME = '\uE000';
  /** What joins letters to an address, a handle, a model number. */
  private static final String BINDING = "@./:_-&=?%+\uE000";

  private WordRuns() {}

  /** Takes runs. */
  interface Sink {
    /** Han characters over {@code [from, to)}. */
    void han(String text, int from, int to);

    /** A Latin word. */
    void latin(String word);
  }

  static void of(WordText input, Sink sink) {
    String text = folded(input);
    int i = 0;
    while (i < text.length()) {
      int from = i;
      char c = text.charAt(i);
      if (han(c)) {
        while (i < text.length() && han(text.charAt(i))) {
          i++;
        }
        sink.han(text, from, i);
      } else if (joined(c)) {
        while (i < text.length() && joined(text.charAt(i))) {
          i++;
        }
        if (i - from >= SHORTEST_LATIN && i - from <= LONGEST_LATIN && letters(text, from, i)) {
          sink.latin(text.substring(from, i));
        }
      } else {
        i++;
      }
    }
  }

  private static String folded(WordText input) {
    var text = new StringBuilder(input.text());
    for (Span name : input.names()) {
      for (int i = name.start(); i < Math.min(name.end(), text.length()); i++) {
        text.setCharAt(i, NAME);
      }
    }
    int quoted = text.indexOf("//@");
    int length = Math.min(quoted < 0 ? text.length() : quoted, LONGEST);
    return Catalogue.fold(text.substring(0, length));
  }

  static boolean han(char c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN && Character.isLetter(c);
  }

  private static boolean joined(char c) {
    return letter(c) || (c >= '0' && c <= '9') || BINDING.indexOf(c) >= 0;
  }

  private static boolean letter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean letters(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> letter((char) c));
  }
}
