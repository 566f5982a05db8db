package io.tidewatch.keywords;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Orders of one keyword in one category, or of one product, kept as packed (brand, user, day) so
 * that a user counts once per brand and day. Not thread-safe.
 */
final class VisitBag {
  private static final int DAY_BITS = 8;
  private static final int USER_BITS = 31;

  private long[] visits = new long[4];
  private int size;

  /** {@code day} is any day number; days of one window are less than 256 apart. */
  void add(int brand, int user, long day) {
    if (size == visits.length) {
      visits = Arrays.copyOf(visits, size * 2);
    }
    visits[size++] = ((long) brand << (USER_BITS + DAY_BITS))
        | ((long) user << DAY_BITS)
        | Math.floorMod(day, 1 << DAY_BITS);
  }

  /** Distinct (user, day) by brand number. */
  SortedMap<Integer, Long> ordersByBrand() {
    var orders = new TreeMap<Integer, Long>();
    Arrays.stream(visits, 0, size)
        .distinct()
        .forEach(v -> orders.merge((int) (v >>> (USER_BITS + DAY_BITS)), 1L, Long::sum));
    return orders;
  }

  /** Distinct users. */
  long buyers() {
    return Arrays.stream(visits, 0, size)
        .map(v -> (v >>> DAY_BITS) & ((1L << USER_BITS) - 1))
        .distinct()
        .count();
  }
}
