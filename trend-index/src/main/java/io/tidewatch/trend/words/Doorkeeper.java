package io.tidewatch.trend.words;

/**
 * Lets a string pass from its second sighting on: a count-min sketch [Cormode, Muthukrishnan 2005]
 * whose cells are single bits, so that the many strings that are seen only once take no place in the
 * table behind it. It never stops a string twice; it may let a new one pass, the more the fuller it
 * is. For one thread.
 */
final class Doorkeeper {
  private static final int ROWS = 3;

  private final long[] words;
  private final long mask;

  /**
   * An empty sketch.
   *
   * @param bits 2^bits cells in all rows together, 6 to 32
   */
  Doorkeeper(int bits) {
    if (bits < 6 || bits > 32) {
      throw new IllegalArgumentException("bits: 6 to 32 is required, got " + bits);
    }
    words = new long[1 << (bits - 6)];
    mask = (1L << bits) - 1;
  }

  /** Whether the string was, as far as can be told, here before; it is now. */
  boolean pass(String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ h >>> 31) * 0x9E3779B97F4A7C15L;
    h ^= h >>> 29;
    long step = Long.rotateLeft(h, 32) * 0xD6E8FEB86659FD93L | 1;
    boolean seen = true;
    for (int row = 0; row < ROWS; row++) {
      long cell = (h >>> 7) & mask;
      long bit = 1L << (cell & 63);
      int word = (int) (cell >>> 6);
      seen &= (words[word] & bit) != 0;
      words[word] |= bit;
      h += step;
    }
    return seen;
  }
}
