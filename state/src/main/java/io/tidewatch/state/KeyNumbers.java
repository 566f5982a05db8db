package io.tidewatch.state;

import java.util.Arrays;

/** Numbers by key, in flat arrays: people are many. Not thread-safe. */
final class KeyNumbers {
  static final int NONE = -1;

  private long[] keys = new long[1024];
  private int[] numbers = new int[1024];
  private int size;

  KeyNumbers() {
    Arrays.fill(numbers, NONE);
  }

  /** {@link #NONE} for a key that has none. */
  int get(long key) {
    return numbers[place(key)];
  }

  void put(long key, int number) {
    int place = place(key);
    if (numbers[place] == NONE && ++size * 2 > keys.length) {
      grow();
      place = place(key);
    }
    keys[place] = key;
    numbers[place] = number;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    long spread = key * 0x9E3779B97F4A7C15L;
    int place = (int) (spread >>> 32) & mask;
    while (numbers[place] != NONE && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[oldKeys.length * 2];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }
}
