package io.tidewatch.nlp;

import io.tidewatch.model.annotation.TextSignature;
import io.tidewatch.nlp.text.NormalText;

/**
 * Fingerprints of a normalised text without punctuation and space: an exact 64-bit hash, and a
 * SimHash (Charikar 2002) over shingles of three characters. Stateless.
 */
final class TextHasher {
  private static final int SHINGLE = 3;

  /** One bit in each 16: four counters in a word. */
  private static final long LANES = 0x0001_0001_0001_0001L;

  /** Counters are emptied before they can overflow. */
  private static final int FLUSH = 0x7FFF;

  TextSignature sign(NormalText text) {
    char[] letters = new char[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        letters[n++] = c;
      }
    }
    long exact = 0xCBF29CE484222325L;
    for (int i = 0; i < n; i++) {
      exact = (exact ^ letters[i]) * 0x100000001B3L;
    }
    return new TextSignature(mix(exact), simHash(letters, n));
  }

  private static long simHash(char[] letters, int n) {
    if (n == 0) {
      return 0;
    }
    int[] votes = new int[Long.SIZE];
    long[] lanes = new long[16];
    int shingles = Math.max(1, n - SHINGLE + 1);
    for (int i = 0; i < shingles; i++) {
      long h = 0;
      for (int k = i; k < Math.min(n, i + SHINGLE); k++) {
        h = h * 0x9E3779B97F4A7C15L + letters[k];
      }
      h = mix(h);
      for (int bit = 0; bit < 16; bit++) {
        lanes[bit] += h >>> bit & LANES;
      }
      if ((i & FLUSH) == FLUSH || i == shingles - 1) {
        flush(lanes, votes);
      }
    }
    long hash = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (2L * votes[bit] > shingles) {
        hash |= 1L << bit;
      }
    }
    return hash;
  }

  /** Adds four counters of 16 bits a word to the votes. */
  private static void flush(long[] lanes, int[] votes) {
    for (int bit = 0; bit < lanes.length; bit++) {
      for (int lane = 0; lane < 4; lane++) {
        votes[bit + 16 * lane] += (int) (lanes[bit] >>> (16 * lane)) & 0xFFFF;
      }
      lanes[bit] = 0;
    }
  }

  private static long mix(long h) {
    long x = h;
    x ^= x >>> 33;
    x *= 0xFF51AFD7ED558CCDL;
    x ^= x >>> 33;
    x *= 0xC4CEB9FE1A85EC53L;
    return x ^ x >>> 33;
  }
}
