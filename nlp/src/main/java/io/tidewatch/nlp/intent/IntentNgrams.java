package io.tidewatch.nlp.intent;

import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;

/**
 * The single characters and pairs of neighbours of a text's first {@value #LONGEST} characters, as
 * hashes; both ends count as a character, digits as one. Stateless.
 */
public final class IntentNgrams {
  private static final int LONGEST = 200;
  private static final char EDGE = '\n';
  private static final int STEP = 0x9E3779B1;
  private static final int PAIR = 0x85EBCA77;

  private IntentNgrams() {}

  /** The hashes of {@code [0, end)}, repeats included; all 32 bits are mixed. */
  public static int[] of(NormalText text, int end) {
    int stop = Math.min(end, LONGEST);
    int[] hashes = new int[2 * stop + 1];
    int at = 0;
    char before = EDGE;
    for (int i = 0; i < stop; i++) {
      char c = text.at(i);
      if (Characters.asciiDigit(c)) {
        c = '0';
      }
      hashes[at++] = mix(c * STEP);
      hashes[at++] = mix((before * STEP) ^ (c * PAIR));
      before = c;
    }
    hashes[at] = mix((before * STEP) ^ (EDGE * PAIR));
    return hashes;
  }

  private static int mix(int hash) {
    int h = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    return h ^ h >>> 13;
  }
}
