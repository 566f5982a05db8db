package io.tidewatch.keywords;

import java.util.Arrays;

/** Sums over pairs of numbers; the order within a pair does not matter. Not thread-safe. */
final class PairSums {
  private static final long EMPTY = -1;

  private long[] keys = new long[1024];
  private double[] sums = new double[1024];
  private int[] counts = new int[1024];
  private int size;

  PairSums() {
    Arrays.fill(keys, EMPTY);
  }

  /** Takes one pair of different numbers, its sum and how many values that is of. */
  interface Sink {
    void take(int one, int other, double sum, int count);
  }

  /** Adds a value to a pair; both numbers are at least 0 and differ. */
  void add(int one, int other, double value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    long key = ((long) Math.min(one, other) << 32) | Math.max(one, other);
    int slot = slot(key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      size++;
    }
    sums[slot] += value;
    counts[slot]++;
  }

  void forEach(Sink sink) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != EMPTY) {
        sink.take((int) (keys[i] >>> 32), (int) keys[i], sums[i], counts[i]);
      }
    }
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & (keys.length - 1);
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldSums = sums;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    sums = new double[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    Arrays.fill(keys, EMPTY);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        sums[slot] = oldSums[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
