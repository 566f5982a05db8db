package io.tidewatch.nlp.sentiment;

import io.tidewatch.nlp.text.NormalText;
import java.util.Arrays;

/**
 * Enumerates the bracket emoticons, emoji and other symbols of a text as hashes, each kind once, and
 * those in quoted words a second time as quoted. Stateless.
 */
public final class Emoticons {
  /** More kinds than these in one text are not looked at. */
  private static final int MOST = 32;

  private static final int[] NONE = {};
  private static final int MULTIPLIER = 0x9E3779B1;
  private static final int QUOTED = 0x0051ED27;

  private Emoticons() {}

  /** Whether a character is part of an emoji or a picture rather than text. */
  static boolean symbol(char c) {
    return c >= 0xA6
        && (Character.isSurrogate(c)
            || (c < 0x3400 && Character.getType(c) == Character.OTHER_SYMBOL));
  }

  /** The hashes, in order of appearance; empty when there is none. */
  public static int[] of(NormalText text) {
    int[] found = NONE;
    int count = 0;
    for (int i = 0; i < text.length() && count < MOST; i++) {
      char c = text.at(i);
      int hash = 0;
      if (text.mark(i) == NormalText.EMOTICON) {
        hash = 1;
        while (text.mark(i) == NormalText.EMOTICON && text.at(i) != ']') {
          hash = hash * 31 + text.at(i);
          i++;
        }
      } else if (symbol(c)) {
        hash = c;
        if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
          i++;
          hash = Character.toCodePoint(c, text.at(i));
        }
      }
      if (hash != 0) {
        if (found.length == 0) {
          found = new int[2 * MOST];
        }
        count = add(found, count, mix(hash));
        if (i >= text.ownEnd()) {
          count = add(found, count, mix(hash + QUOTED));
        }
      }
    }
    return found.length == 0 ? NONE : Arrays.copyOf(found, count);
  }

  private static int add(int[] found, int count, int hash) {
    for (int i = 0; i < count; i++) {
      if (found[i] == hash) {
        return count;
      }
    }
    found[count] = hash;
    return count + 1;
  }

  private static int mix(int hash) {
    int h = hash * MULTIPLIER;
    h = (h ^ h >>> 15) * 0x2C1B3C6D;
    return h ^ h >>> 13;
  }
}
