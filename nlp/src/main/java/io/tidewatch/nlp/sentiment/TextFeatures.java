package io.tidewatch.nlp.sentiment;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;

/**
 * Enumerates what the classifiers see of a text, as hashes: character 1- to 4-grams, words, and the
 * 1- and 2-grams of the first and last {@value #EDGE_LENGTH} characters once more, because reviews
 * open and close with their verdict. Digits are one character, spaces separate, and emoticons, emoji and
 * other symbols are left out (see {@link Emoticons}). Words that a repost quotes give other hashes
 * than the author's own. Stateless.
 *
 * <p>Hashes that are needed together differ in the lowest {@value #GROUP_BITS} bits only, so that a
 * table holds them in the same line of memory: a 4-gram stands beside the 3-gram that it ends with,
 * and an n-gram of an edge beside the same one of the text.
 */
public final class TextFeatures {
  private static final char SPACE = ' ';
  private static final int EDGE_LENGTH = 12;
  private static final int GROUP_BITS = 4;
  private static final int STEP = 0x9E3779B1;
  private static final int SHIFT = 0x7F4A7C15;
  private static final int TWO = 0xC2B2AE3D;
  private static final int THREE = 0x85655C7A;
  private static final int FOUR = 0x48180AB7;
  private static final int WORD = 0x85EBCA77;
  private static final int QUOTED = 0x0051ED27;
  private static final int FIRST = 0b0101;
  private static final int LAST = 0b1010;
  private static final int FINISH = 0x2C1B3C6D;

  private TextFeatures() {}

  /** Takes hashes; all 32 bits are mixed. */
  public interface Sink {
    /** A 1- or 2-gram. */
    void brief(int hash);

    /** Any other feature. */
    void longer(int hash);
  }

  /**
   * Gives every feature of a whole text to {@code sink}, repeats included.
   *
   * @param wordEnds ends of the words of the author's own part, in order; those behind it are
   *     passed over
   */
  public static void each(NormalText text, int[] wordEnds, Sink sink) {
    int own = text.ownEnd();
    int from = 0;
    int to = own;
    while (from < to && !lettered(text, from)) {
      from++;
    }
    while (to > from && !lettered(text, to - 1)) {
      to--;
    }
    int firstEnd = Math.min(to, from + EDGE_LENGTH);
    int lastStart = Math.max(from, to - EDGE_LENGTH);
    ngrams(text, 0, own, 0, firstEnd, lastStart, sink);
    words(text, own, wordEnds, sink);
    if (own < text.length()) {
      ngrams(text, own, text.length(), QUOTED, own, text.length(), sink);
    }
  }

  /** Gives the character n-grams of {@code [from, to)} alone to {@code sink}, repeats included. */
  public static void ngrams(NormalText text, int from, int to, Sink sink) {
    ngrams(text, from, to, 0, from, to, sink);
  }

  /** How many features a text of {@code length} characters has at most. */
  static int most(int length) {
    return 5 * length + 4 * EDGE_LENGTH + 8;
  }

  private static void ngrams(
      NormalText text, int from, int to, int salt, int firstEnd, int lastStart, Sink sink) {
    int one = step(salt, SPACE);
    int two = 0;
    int three = 0;
    int run = 0;
    boolean spaced = true;
    for (int i = from; i <= to; i++) {
      char c = i == to ? SPACE : reduce(text, i);
      if (c == 0 || (c == SPACE && spaced)) {
        continue;
      }
      spaced = c == SPACE;
      int four = step(three, c);
      three = step(two, c);
      two = step(one, c);
      one = step(salt, c);
      int pair = finish(two + TWO);
      sink.brief(pair);
      edges(pair, i, to, firstEnd, lastStart, sink);
      if (!spaced) {
        int single = finish(one);
        sink.brief(single);
        edges(single, i, to, firstEnd, lastStart, sink);
      }
      if (run > 0) {
        int triple = finish(three + THREE);
        sink.longer(triple);
        if (run > 1) {
          sink.longer(triple ^ (finish(four + FOUR) & ((1 << GROUP_BITS) - 1)));
        }
      }
      run = spaced ? 0 : run + 1;
    }
  }

  private static void edges(int hash, int i, int to, int firstEnd, int lastStart, Sink sink) {
    if (i < firstEnd) {
      sink.longer(hash ^ FIRST);
    }
    if (i >= lastStart && i < to) {
      sink.longer(hash ^ LAST);
    }
  }

  private static void words(NormalText text, int end, int[] wordEnds, Sink sink) {
    int start = 0;
    for (int stop : wordEnds) {
      if (stop > end) {
        return;
      }
      int word = WORD;
      for (int i = start; i < stop; i++) {
        char c = reduce(text, i);
        if (c != 0) {
          word = step(word, c);
        }
      }
      start = stop;
      if (word != WORD) {
        sink.longer(finish(word));
      }
    }
  }

  private static boolean lettered(NormalText text, int i) {
    char c = reduce(text, i);
    return c != 0 && c != SPACE;
  }

  private static char reduce(NormalText text, int i) {
    char c = text.at(i);
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return text.mark(i) == NormalText.EMOTICON ? 0 : c;
    }
    if (c == '\n') {
      return SPACE;
    }
    if (Characters.asciiDigit(c)) {
      c = '0';
    }
    return text.mark(i) == NormalText.EMOTICON || Emoticons.symbol(c) ? 0 : c;
  }

  private static int step(int hash, char c) {
    int h = (hash + c) * STEP + SHIFT;
    return h ^ h >>> 13;
  }

  private static int finish(int hash) {
    int h = (hash ^ hash >>> 15) * FINISH;
    return h ^ h >>> 14;
  }
}
