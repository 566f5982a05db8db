package io.tidewatch.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the keys of one kind and one counting unit from documents given day by day: a unit counts
 * once per key and local day, at the hour of its first document. Not safe from several threads.
 */
public final class KeyCounter {
  private static final int HOUR_BITS = 24;
  private static final int KEY_SHIFT = HOUR_BITS + 1;

  private final Timeline timeline;
  private final long windowStart;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<KeyCounts> counts = new ArrayList<>();
  private final FirstSeen day = new FirstSeen();
  private long[] entries = new long[256];
  private int size;

  /** {@code windowStart} in microseconds: what is first seen from then on is in the window. */
  public KeyCounter(Timeline timeline, long windowStart) {
    this.timeline = timeline;
    this.windowStart = windowStart;
  }

  /** The small number that stands for a key in {@link #see}. */
  public int id(String key) {
    return ids.computeIfAbsent(key, k -> {
      counts.add(new KeyCounts(k));
      return counts.size() - 1;
    });
  }

  /** A document of {@code unit} carries the key at {@code time} (microseconds) on this day. */
  public void see(int id, long unit, long time) {
    day.see(id, unit, time);
  }

  /** Ends the local day; days come in order. */
  public void endDay() {
    size = 0;
    day.drain((key, first) -> {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      long hour = timeline.index(Math.floorDiv(first, Timeline.HOUR));
      long inWindow = first >= windowStart ? 1 : 0;
      entries[size++] = ((long) key << KEY_SHIFT) | (hour << 1) | inWindow;
    });
    Arrays.sort(entries, 0, size);
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && entries[to] == entries[from]) {
        to++;
      }
      long entry = entries[from];
      counts
          .get((int) (entry >>> KEY_SHIFT))
          .add((int) (entry >>> 1) & (1 << HOUR_BITS) - 1, to - from, (entry & 1) != 0);
      from = to;
    }
  }

  /** All keys seen, in order of first appearance. */
  public List<KeyCounts> counts() {
    return List.copyOf(counts);
  }
}
