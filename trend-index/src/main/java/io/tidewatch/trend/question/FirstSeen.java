package io.tidewatch.trend.question;

/**
 * The first time at which each unit was counted with each key during one local day: an open
 * addressing table that is emptied and filled again day by day. What belongs to an entry lies side
 * by side, so that finding it costs one place in memory. Not safe from several threads.
 */
final class FirstSeen {
  /** Of an entry: unit, time, and the key moved up so that 0 is a free place. */
  private static final int WIDTH = 3;

  private static final int FIRST_KEY = -1;

  private long[] table = new long[WIDTH << 10];
  private int slots = 1 << 10;
  private int size;

  /** Receives each entry, in no order. */
  @FunctionalInterface
  interface Visitor {
    void entry(int key, long first);
  }

  /** {@code key}: -1 or more. */
  void see(int key, long unit, long time) {
    if (size * 2 > slots) {
      grow();
    }
    long tag = (long) key - FIRST_KEY + 1;
    int at = place(tag, unit);
    if (table[at + 2] == 0) {
      table[at] = unit;
      table[at + 1] = time;
      table[at + 2] = tag;
      size++;
    } else if (time < table[at + 1]) {
      table[at + 1] = time;
    }
  }

  /** Gives every entry, then forgets them. */
  void drain(Visitor visitor) {
    for (int at = 0; size > 0; at += WIDTH) {
      long tag = table[at + 2];
      if (tag != 0) {
        table[at + 2] = 0;
        size--;
        visitor.entry((int) (tag - 1 + FIRST_KEY), table[at + 1]);
      }
    }
  }

  private int place(long tag, long unit) {
    long hash = (unit ^ (tag * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
    int slot = (int) (hash >>> 32) & (slots - 1);
    while (table[slot * WIDTH + 2] != 0
        && (table[slot * WIDTH + 2] != tag || table[slot * WIDTH] != unit)) {
      slot = (slot + 1) & (slots - 1);
    }
    return slot * WIDTH;
  }

  private void grow() {
    long[] old = table;
    slots *= 2;
    table = new long[slots * WIDTH];
    for (int at = 0; at < old.length; at += WIDTH) {
      if (old[at + 2] != 0) {
        System.arraycopy(old, at, table, place(old[at + 2], old[at]), WIDTH);
      }
    }
  }
}
