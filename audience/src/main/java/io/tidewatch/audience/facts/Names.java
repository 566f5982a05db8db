package io.tidewatch.audience.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts numbered from 0 in the order in which they came. Safe to read from any thread. */
public final class Names {
  /** The number of no text. */
  public static final int NONE = -1;

  private String[] names = new String[16];
  private int[] table = new int[64];
  private int size;

  Names() {
    Arrays.fill(table, NONE);
  }

  public int size() {
    return size;
  }

  /** The text with that number. */
  public String name(int number) {
    if (number < 0 || number >= size) {
      throw new IndexOutOfBoundsException("number: 0 to " + (size - 1) + ", got " + number);
    }
    return names[number];
  }

  /** The number of a text; {@link #NONE} for null and for texts that never came. */
  public int number(@Nullable String name) {
    return name == null ? NONE : table[place(name)];
  }

  /** The number of a text that may be new; {@link #NONE} for null. */
  int add(@Nullable String name) {
    if (name == null) {
      return NONE;
    }
    int place = place(name);
    if (table[place] != NONE) {
      return table[place];
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
    }
    names[size] = name;
    table[place] = size++;
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  private int place(String name) {
    int mask = table.length - 1;
    int place = spread(name) & mask;
    while (table[place] != NONE && !names[table[place]].equals(name)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    table = new int[table.length * 2];
    Arrays.fill(table, NONE);
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      int place = spread(names[number]) & mask;
      while (table[place] != NONE) {
        place = (place + 1) & mask;
      }
      table[place] = number;
    }
  }

  private static int spread(String name) {
    int hash = name.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
