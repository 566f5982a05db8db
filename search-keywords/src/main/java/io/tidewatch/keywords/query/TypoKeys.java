package io.tidewatch.keywords.query;

import java.util.Arrays;
import java.util.List;

/**
 * Finds queries that differ in one Han character that sounds alike, or in one letter of a Latin word,
 * without comparing all with all: each query is filed under its form with one character replaced by
 * its sound, and with one letter left out; those under one form are candidates. Time is that of
 * sorting the forms, whose number is the number of characters.
 */
final class TypoKeys {
  /** The low bits of an entry hold the query, the others the form. */
  private static final int QUERY_BITS = 24;

  private static final long QUERY_MASK = (1L << QUERY_BITS) - 1;
  private static final int SHORTEST_LATIN = 5;
  private static final int LONGEST = 40;
  private static final long LEFT_OUT = 0x9E3779B97F4A7C15L;

  private long[] entries = new long[1024];
  private int size;

  /** The most queries that can be filed. */
  static int capacity() {
    return 1 << QUERY_BITS;
  }

  /**
   * Files a query.
   *
   * @param sounds near sounds of each unit of {@code key}
   */
  void file(int query, String key, List<String> sounds) {
    if (key.length() > LONGEST) {
      return;
    }
    for (int i = 0; i < key.length(); i++) {
      if (!sounds.get(i).isEmpty()) {
        add(hash(key, i, sounds.get(i).hashCode()), query);
      }
    }
    for (int start = 0; start < key.length(); start++) {
      int end = start;
      while (end < key.length() && QueryNormalizer.letter(key.charAt(end))) {
        end++;
      }
      if (end - start >= SHORTEST_LATIN) {
        add(hash(key, key.length(), LEFT_OUT), query);
        for (int i = start + 1; i < end; i++) {
          add(hash(key, i, LEFT_OUT), query);
        }
      }
      start = Math.max(start, end);
    }
  }

  /** What is done with candidates. */
  interface Visitor {
    /** Some queries of one form, in ascending order. */
    void visit(int[] queries);
  }

  /** Shows every form that two or more queries share. */
  void visit(Visitor visitor) {
    Arrays.sort(entries, 0, size);
    int start = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || form(entries[i]) != form(entries[start])) {
        if (i - start > 1) {
          int[] queries = Arrays.stream(entries, start, i)
              .mapToInt(e -> (int) (e & QUERY_MASK))
              .distinct()
              .toArray();
          if (queries.length > 1) {
            visitor.visit(queries);
          }
        }
        start = i;
      }
    }
  }

  private static long form(long entry) {
    return entry >>> QUERY_BITS;
  }

  private void add(long hash, int query) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    entries[size++] = (hash & ~QUERY_MASK) | query;
  }

  /** Of {@code key} with its unit {@code i} replaced by {@code by}, or left out. */
  private static long hash(String key, int i, long by) {
    long h = 0;
    for (int k = 0; k < key.length(); k++) {
      if (k != i) {
        h = LongTable.mix(h * 31 + key.charAt(k));
      } else if (by != LEFT_OUT) {
        h = LongTable.mix(h * 31 + (by << 20));
      }
    }
    return h;
  }
}
