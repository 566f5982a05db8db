package io.tidewatch.trend.question;

import java.util.Arrays;

/**
 * Puts many small numbers in ascending order, by their lowest digits first: a day of talk has half a
 * million of them, for which comparing takes several times as long. Not safe from several threads.
 */
final class NumberOrder {
  private static final int DIGIT = 11;
  private static final int FEW = 1 << 12;

  private final int[] places = new int[1 << DIGIT];
  private long[] spare = new long[0];

  /**
   * Orders the first {@code size} numbers, none of them negative.
   *
   * @return the array that holds them in order, which may be another than {@code numbers}; the other
   *     one is kept for the next call
   */
  long[] ascending(long[] numbers, int size) {
    if (size < FEW) {
      Arrays.sort(numbers, 0, size);
      return numbers;
    }
    long all = 0;
    for (int i = 0; i < size; i++) {
      all |= numbers[i];
    }
    if (spare.length < numbers.length) {
      spare = new long[numbers.length];
    }
    long[] from = numbers;
    long[] to = spare;
    for (int shift = 0; shift < Long.SIZE && all >>> shift != 0; shift += DIGIT) {
      byDigit(from, to, size, shift);
      long[] ordered = to;
      to = from;
      from = ordered;
    }
    spare = to;
    return from;
  }

  private void byDigit(long[] from, long[] to, int size, int shift) {
    int mask = places.length - 1;
    Arrays.fill(places, 0);
    for (int i = 0; i < size; i++) {
      places[(int) (from[i] >>> shift) & mask]++;
    }
    int before = 0;
    for (int digit = 0; digit <= mask; digit++) {
      int here = places[digit];
      places[digit] = before;
      before += here;
    }
    for (int i = 0; i < size; i++) {
      to[places[(int) (from[i] >>> shift) & mask]++] = from[i];
    }
  }
}
