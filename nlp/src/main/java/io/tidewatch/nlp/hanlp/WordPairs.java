package io.tidewatch.nlp.hanlp;

import java.util.HashMap;
import java.util.Map;

/**
 * How often one word was seen before another: for each first word a small open addressing table of
 * the second ones, so that all questions about one first word look into the same lines of memory.
 * Immutable.
 */
final class WordPairs {
  /** The region of a word that was never seen before another. */
  static final int EMPTY = -1;

  private static final int FREQUENCY_BITS = 14;
  private static final int MANY = (1 << FREQUENCY_BITS) - 1;
  private static final int MOST_WORDS = 1 << (Integer.SIZE - FREQUENCY_BITS);
  private static final int SIZE_BITS = 5;

  /** Second word plus one, above its frequency; 0 is free. */
  private final int[] seen;

  /** Where the table of each first word begins, above the binary logarithm of its size. */
  private final int[] regions;

  /** Frequencies of {@link #MANY} and more, by first and second word. */
  private final Map<Long, Integer> often = new HashMap<>();

  /**
   * @param starts for each first word where its followers begin in {@code followers}, and the end
   * @param followers second words, each with its frequency behind it
   */
  WordPairs(int[] starts, int[] followers) {
    if (starts.length >= MOST_WORDS) {
      throw new IllegalStateException(
          "word pairs: fewer than " + MOST_WORDS + " words are required, got " + starts.length);
    }
    regions = new int[starts.length];
    int used = 0;
    for (int from = 0; from < starts.length; from++) {
      int count = from + 1 < starts.length ? starts[from + 1] - starts[from] : 0;
      if (count <= 0) {
        regions[from] = EMPTY;
        continue;
      }
      int size = Integer.SIZE - Integer.numberOfLeadingZeros(count + count / 2);
      regions[from] = used << SIZE_BITS | size;
      used += 1 << size;
    }
    seen = new int[used];
    for (int from = 0; from + 1 < starts.length; from++) {
      for (int i = starts[from]; i < starts[from + 1]; i++) {
        put(from, followers[2 * i], followers[2 * i + 1]);
      }
    }
  }

  private void put(int from, int to, int frequency) {
    int region = regions[from];
    int mask = (1 << (region & ((1 << SIZE_BITS) - 1))) - 1;
    int start = region >>> SIZE_BITS;
    int slot = slot(to) & mask;
    while (seen[start + slot] != 0) {
      slot = (slot + 1) & mask;
    }
    if (frequency >= MANY) {
      often.put(key(from, to), frequency);
    }
    seen[start + slot] = (to + 1) << FREQUENCY_BITS | Math.min(MANY, frequency);
  }

  /** Where the followers of a word stand, for {@link #frequency}. */
  int region(int from) {
    return from < 0 || from >= regions.length ? EMPTY : regions[from];
  }

  /** How often the words of a region followed at most: no {@link #frequency} in it is larger. */
  int most(int region) {
    if (region == EMPTY) {
      return 0;
    }
    int start = region >>> SIZE_BITS;
    int size = 1 << (region & ((1 << SIZE_BITS) - 1));
    int most = 0;
    for (int i = start; i < start + size; i++) {
      most = Math.max(most, seen[i] & MANY);
    }
    return most < MANY ? most : Integer.MAX_VALUE;
  }

  /** How often {@code to} followed {@code from}, whose region is given; 0 when never. */
  int frequency(int region, int from, int to) {
    if (region == EMPTY) {
      return 0;
    }
    int mask = (1 << (region & ((1 << SIZE_BITS) - 1))) - 1;
    int start = region >>> SIZE_BITS;
    int wanted = to + 1;
    int slot = slot(to) & mask;
    for (int entry = seen[start + slot]; entry != 0; entry = seen[start + slot]) {
      if (entry >>> FREQUENCY_BITS == wanted) {
        int frequency = entry & MANY;
        return frequency < MANY ? frequency : often.getOrDefault(key(from, to), MANY);
      }
      slot = (slot + 1) & mask;
    }
    return 0;
  }

  private static long key(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  private static int slot(int to) {
    return (to * 0x9E3779B1) >>> 12;
  }
}
