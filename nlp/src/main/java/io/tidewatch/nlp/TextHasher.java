package io.tidewatch.nlp;

import io.tidewatch.model.annotation.TextSignature;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;

/**
 * Fingerprints of a normalised text without punctuation and space: an exact 64-bit hash, and a
 * SimHash (Charikar 2002) over shingles of three characters. Stateless.
 */
final class TextHasher {
  private static final int SHINGLE = 3;

  /** The lowest bit of each octet: eight counters in a word. */
  private static final long LOWEST = 0x0101010101010101L;

  /** Shingles after which counters are emptied, before they can overflow. */
  private static final int FLUSH = 0xFF;

  TextSignature sign(NormalText text) {
    char[] letters = new char[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (Characters.han(c) || Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
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
    long[] hashes = new long[Math.max(1, n - SHINGLE + 1)];
    for (int i = 0; i < hashes.length; i++) {
      long h = 0;
      for (int k = i; k < Math.min(n, i + SHINGLE); k++) {
        h = h * 0x9E3779B97F4A7C15L + letters[k];
      }
      hashes[i] = mix(h);
    }
    long hash = 0;
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      hash |= majority(hashes, bit) << bit;
    }
    return hash;
  }

  /** In the lowest bit of each octet whether most hashes have bit {@code bit} of that octet. */
  private static long majority(long[] hashes, int bit) {
    int[] votes = new int[Long.BYTES];
    for (int from = 0; from < hashes.length; from += FLUSH) {
      long counters = 0;
      for (int i = from; i < Math.min(hashes.length, from + FLUSH); i++) {
        counters += hashes[i] >>> bit & LOWEST;
      }
      for (int octet = 0; octet < votes.length; octet++) {
        votes[octet] += (int) (counters >>> (Byte.SIZE * octet)) & 0xFF;
      }
    }
    long most = 0;
    for (int octet = 0; octet < votes.length; octet++) {
      if (2L * votes[octet] > hashes.length) {
        most |= 1L << (Byte.SIZE * octet);
      }
    }
    return most;
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
