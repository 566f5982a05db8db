package io.tidewatch.nlp.text;

/**
 * A set of pairs of characters that may err on one side: it never denies a pair that was added. One
 * bit a pair, so that a lookup costs next to nothing where most pairs are foreign. Not safe from
 * several threads until all pairs are added; then it only reads.
 */
public final class PairFilter {
  private static final int LEAST_BITS = 12;
  private static final int MOST_BITS = 21;
  /** Bits a pair: one foreign pair in so many is let through at most. */
  private static final int ROOM = 16;

  private final long[] bits;
  private final int shift;

  /**
   * An empty filter.
   *
   * @param expected how many pairs will be added; more make it let more foreign ones through
   */
  public PairFilter(int expected) {
    int wanted = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1L, (long) expected * ROOM - 1));
    int size = Math.clamp(wanted, LEAST_BITS, MOST_BITS);
    bits = new long[1 << (size - 6)];
    shift = Integer.SIZE - size;
  }

  /** Adds a pair. */
  public void add(char first, char second) {
    int bit = bit(first, second);
    bits[bit >>> 6] |= 1L << bit;
  }

  /** False when the pair was never added. */
  public boolean mayHold(char first, char second) {
    int bit = bit(first, second);
    return ((bits[bit >>> 6] >>> bit) & 1) != 0;
  }

  private int bit(char first, char second) {
    return (((first * 0x9E3779B1) ^ (second * 0x85EBCA77)) * 0x2C1B3C6D) >>> shift;
  }
}
