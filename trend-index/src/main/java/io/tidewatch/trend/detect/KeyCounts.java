package io.tidewatch.trend.detect;

import java.util.Arrays;

/**
 * How many units one key was counted with, by hour of a {@link Timeline}; hours without any are
 * left out. Hours are added in order. Not safe from several threads.
 */
public final class KeyCounts {
  private final String key;
  private int[] hours;
  private int[] counts;
  private int size;
  private int pastSize;
  private long windowCount;
  private long total;

  public KeyCounts(String key) {
    this(key, 4);
  }

  /** {@code room}: hours that are expected, at least 1. */
  KeyCounts(String key, int room) {
    this.key = key;
    this.hours = new int[room];
    this.counts = new int[room];
  }

  public String key() {
    return key;
  }

  /** Adds {@code count} units at hour index {@code hour}; the past comes before the window. */
  public void add(int hour, int count, boolean inWindow) {
    if (size == hours.length) {
      hours = Arrays.copyOf(hours, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    hours[size] = hour;
    counts[size] = count;
    size++;
    total += count;
    if (inWindow) {
      windowCount += count;
    } else {
      pastSize = size;
    }
  }

  /** Units in the window, n in FORMULAS. */
  public long windowCount() {
    return windowCount;
  }

  /** Units before the window. */
  long pastCount() {
    return total - windowCount;
  }

  /** Number of entries; the first {@link #pastSize} lie before the window. */
  int size() {
    return size;
  }

  int pastSize() {
    return pastSize;
  }

  int hour(int entry) {
    return hours[entry];
  }

  int count(int entry) {
    return counts[entry];
  }
}
