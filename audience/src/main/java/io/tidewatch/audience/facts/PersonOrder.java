package io.tidewatch.audience.facts;

import java.util.Arrays;

/** Where facts come to lie when those of a person's ids come together, oldest first. */
final class PersonOrder {
  private final int[] facts;
  private final int[] starts;

  /**
   * @param starts the first fact of each id that acted, and the end; the facts of an id lie side by
   *     side, oldest first
   * @param ages of the facts
   */
  PersonOrder(PersonRows rows, int[] starts, int[] ages) {
    int acted = starts.length - 1;
    this.facts = new int[starts[acted]];
    this.starts = new int[rows.size() + 1];
    int size = 0;
    for (int row = 0; row < rows.size(); row++) {
      int first = size;
      for (int place = 0; place < rows.width(row); place++) {
        int id = rows.member(row, place);
        int end = id < acted ? starts[id + 1] : 0;
        for (int fact = id < acted ? starts[id] : 0; fact < end; fact++) {
          facts[size++] = fact;
        }
      }
      if (rows.width(row) > 1) {
        oldestFirst(first, size, ages);
      }
      this.starts[row + 1] = size;
    }
  }

  /** Facts of one age stay in the order of ids. */
  private void oldestFirst(int from, int to, int[] ages) {
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) -ages[facts[from + i]] << Integer.SIZE) | facts[from + i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      facts[from + i] = (int) keys[i];
    }
  }

  /** The fact that comes to each place. */
  int[] facts() {
    return facts;
  }

  /** The first place of each row, and the end. */
  int[] starts() {
    return starts;
  }
}
