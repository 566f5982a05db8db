package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactType;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Says for a key on which days it may be stored, so that a new key needs no look at the files. A
 * derived cache, rebuilt from the files: 48 bits of the key's hash and 16 bits of the day a slot,
 * so 11 to 23 bytes a stored key. It may name a day too many, never one too few. Not safe for
 * several threads.
 */
final class KeyIndex {
  private final Map<FactType, Slots> slots = new EnumMap<>(FactType.class);

  /** Notes that a key is stored on a day. */
  void add(FactType type, long keyHash, long epochDay) {
    slots.computeIfAbsent(type, t -> new Slots()).add(entry(keyHash, epochDay));
  }

  /** Calls {@code days} with each day on which the key may be stored, modulo 65,536. */
  void find(FactType type, long keyHash, LongConsumer days) {
    Slots ofType = slots.get(type);
    if (ofType != null) {
      ofType.find(entry(keyHash, 0), days);
    }
  }

  /** The day as {@link #find} gives it. */
  static long fold(long epochDay) {
    return epochDay & 0xFFFF;
  }

  private static long entry(long keyHash, long epochDay) {
    long key = keyHash >>> 16 == 0 ? 1 : keyHash >>> 16;
    return key << 16 | fold(epochDay);
  }

  /** Open addressing with linear probing; 0 is an empty slot. */
  private static final class Slots {
    private long[] table = new long[1 << 10];
    private int size;

    void add(long entry) {
      if (size * 10L >= table.length * 7L) {
        grow();
      }
      if (insert(entry)) {
        size++;
      }
    }

    void find(long key, LongConsumer days) {
      for (int i = slot(key); table[i] != 0; i = i + 1 & table.length - 1) {
        if (table[i] >>> 16 == key >>> 16) {
          days.accept(fold(table[i]));
        }
      }
    }

    private boolean insert(long entry) {
      int i = slot(entry);
      while (table[i] != 0) {
        if (table[i] == entry) {
          return false;
        }
        i = i + 1 & table.length - 1;
      }
      table[i] = entry;
      return true;
    }

    private int slot(long entry) {
      return (int) (entry >>> 16) & table.length - 1;
    }

    private void grow() {
      long[] old = table;
      table = new long[old.length * 2];
      for (long entry : old) {
        if (entry != 0) {
          insert(entry);
        }
      }
    }
  }
}
