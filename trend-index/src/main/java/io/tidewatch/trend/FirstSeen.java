package io.tidewatch.trend;

import java.util.Arrays;

/**
 * The first time at which each unit was counted with each key during one local day: an open
 * addressing table that is cleared and filled again day by day. Not safe from several threads.
 */
final class FirstSeen {
  private int[] keys = new int[1 << 10];
  private long[] units = new long[1 << 10];
  private long[] times = new long[1 << 10];
  private boolean[] used = new boolean[1 << 10];
  private int size;

  /** Receives each entry, in no order. */
  @FunctionalInterface
  interface Visitor {
    void entry(int key, long first);
  }

  void see(int key, long unit, long time) {
    if (size * 2 > keys.length) {
      grow();
    }
    int slot = slot(key, unit);
    if (!used[slot]) {
      used[slot] = true;
      keys[slot] = key;
      units[slot] = unit;
      times[slot] = time;
      size++;
    } else if (time < times[slot]) {
      times[slot] = time;
    }
  }

  /** Gives every entry, then forgets them. */
  void drain(Visitor visitor) {
    for (int slot = 0; size > 0 && slot < keys.length; slot++) {
      if (used[slot]) {
        visitor.entry(keys[slot], times[slot]);
      }
    }
    Arrays.fill(used, false);
    size = 0;
  }

  private int slot(int key, long unit) {
    long hash = (unit ^ (key * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
    int slot = (int) (hash >>> 32) & (keys.length - 1);
    while (used[slot] && (keys[slot] != key || units[slot] != unit)) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    long[] oldUnits = units;
    long[] oldTimes = times;
    boolean[] oldUsed = used;
    keys = new int[oldKeys.length * 2];
    units = new long[keys.length];
    times = new long[keys.length];
    used = new boolean[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        int slot = slot(oldKeys[i], oldUnits[i]);
        used[slot] = true;
        keys[slot] = oldKeys[i];
        units[slot] = oldUnits[i];
        times[slot] = oldTimes[i];
      }
    }
  }
}
