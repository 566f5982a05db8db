package io.tidewatch.trend.detect;

import java.util.Arrays;

/**
 * How many units were counted with each key in each hour of one local day, keys in ascending order of
 * their numbers. Hours are counted from the UTC hour in which the day starts. An hour that a boundary
 * cuts has two entries, before it and after it. Immutable.
 */
public final class DayTable {
  /** A day without any. */
  public static final DayTable NONE =
      new DayTable(new int[0], new int[1], new short[0], new int[0]);

  private static final int OVERHEAD = 120;

  private final int[] keys;
  private final int[] starts;
  private final short[] hours;
  private final int[] counts;
  private final int[] units;
  private final long[] hourUnits;

  /**
   * Keeps the arrays.
   *
   * @param keys distinct, ascending
   * @param starts of each key's entries, and the end of the last
   * @param hours twice the hour, one more when late
   * @param counts of each entry, positive
   */
  private DayTable(int[] keys, int[] starts, short[] hours, int[] counts) {
    this.keys = keys;
    this.starts = starts;
    this.hours = hours;
    this.counts = counts;
    this.units = new int[keys.length];
    int last = 0;
    for (short hour : hours) {
      last = Math.max(last, (hour >> 1) + 1);
    }
    this.hourUnits = new long[last];
    for (int i = 0; i < keys.length; i++) {
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        units[i] += counts[e];
        hourUnits[hours[e] >> 1] += counts[e];
      }
    }
  }

  /** Keys of the day. */
  public int size() {
    return keys.length;
  }

  /** The number of the key in place {@code i}. */
  public int key(int i) {
    return keys[i];
  }

  /** Units of the key in place {@code i}. */
  public int units(int i) {
    return units[i];
  }

  /** Hours with units of the key in place {@code i}, an hour that is cut counted twice. */
  int entries(int i) {
    return starts[i + 1] - starts[i];
  }

  /** The first entry of the key in place {@code i}, and the end of the entries of the one before. */
  int start(int i) {
    return starts[i];
  }

  /** Place of a key; negative when it has none. */
  int place(int key) {
    return Arrays.binarySearch(keys, key);
  }

  int hour(int entry) {
    return hours[entry] >> 1;
  }

  /** Whether an entry was counted at or after the boundary. */
  boolean isLate(int entry) {
    return (hours[entry] & 1) != 0;
  }

  int count(int entry) {
    return counts[entry];
  }

  /** One more than the last hour with units. */
  int hours() {
    return hourUnits.length;
  }

  /** Units of all keys in an hour. */
  long hourUnits(int hour) {
    return hourUnits[hour];
  }

  /** Size in memory, in bytes. */
  public int bytes() {
    return OVERHEAD
        + keys.length * 3 * Integer.BYTES
        + counts.length * (Integer.BYTES + Short.BYTES)
        + hourUnits.length * Long.BYTES;
  }

  /** Gathers entries in order of key, then hour. Not safe from several threads. */
  public static final class Builder {
    private int[] keys = new int[16];
    private int[] starts = new int[16];
    private short[] hours = new short[16];
    private int[] counts = new int[16];
    private int size;
    private int entries;

    /** {@code late}: counted at or after the boundary; such come after the others of their hour. */
    public void add(int key, int hour, boolean late, int count) {
      if (size == 0 || keys[size - 1] != key) {
        if (size == keys.length) {
          keys = Arrays.copyOf(keys, size * 2);
          starts = Arrays.copyOf(starts, size * 2);
        }
        keys[size] = key;
        starts[size++] = entries;
      }
      if (entries == hours.length) {
        hours = Arrays.copyOf(hours, entries * 2);
        counts = Arrays.copyOf(counts, entries * 2);
      }
      hours[entries] = (short) (hour << 1 | (late ? 1 : 0));
      counts[entries++] = count;
    }

    public DayTable build() {
      int[] ends = Arrays.copyOf(starts, size + 1);
      ends[size] = entries;
      return new DayTable(
          Arrays.copyOf(keys, size),
          ends,
          Arrays.copyOf(hours, entries),
          Arrays.copyOf(counts, entries));
    }
  }
}
