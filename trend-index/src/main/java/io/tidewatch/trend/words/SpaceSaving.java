package io.tidewatch.trend.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent strings of a stream in a table of fixed size, each with something kept beside it
 * [Metwally, Agrawal, El Abbadi: Efficient Computation of Frequent and Top-k Elements in Data
 * Streams, 2005]. A new string takes the place of the one with the lowest count and inherits that
 * count as its possible error. After N sightings in a table of m, a count is too high by at most its
 * error, which is at most N/m, and every string seen more than N/m times is in the table. For one
 * thread.
 *
 * @param <T> what is kept beside a string since it last came in
 */
final class SpaceSaving<T> {
  private final int capacity;
  private final Map<String, Entry<T>> entries = new HashMap<>();
  /** A binary heap, the lowest count first. */
  private final List<Entry<T>> heap = new ArrayList<>();

  SpaceSaving(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: at least 1 is required, got " + capacity);
    }
    this.capacity = capacity;
  }

  /** A string of the table; {@code error ≤ count}. */
  static final class Entry<T> {
    private final String key;
    private final T kept;
    private final long error;
    private long count;
    private int slot;

    private Entry(String key, T kept, long error, int slot) {
      this.key = key;
      this.kept = kept;
      this.error = error;
      this.count = error;
      this.slot = slot;
    }

    String key() {
      return key;
    }

    T kept() {
      return kept;
    }

    long count() {
      return count;
    }

    long error() {
      return error;
    }
  }

  /** Counts a sighting. */
  Entry<T> add(String key, Supplier<T> fresh) {
    Entry<T> entry = entries.get(key);
    if (entry == null) {
      entry = heap.size() < capacity ? grown(key, fresh.get()) : replaced(key, fresh.get());
      entries.put(key, entry);
    }
    entry.count++;
    sink(entry);
    return entry;
  }

  @Nullable
  Entry<T> get(String key) {
    return entries.get(key);
  }

  int size() {
    return heap.size();
  }

  Collection<Entry<T>> all() {
    return List.copyOf(heap);
  }

  private Entry<T> grown(String key, T kept) {
    var entry = new Entry<T>(key, kept, 0, heap.size());
    heap.add(entry);
    while (entry.slot > 0 && heap.get((entry.slot - 1) / 2).count > entry.count) {
      swap(entry, heap.get((entry.slot - 1) / 2));
    }
    return entry;
  }

  private Entry<T> replaced(String key, T kept) {
    Entry<T> lowest = heap.getFirst();
    entries.remove(lowest.key);
    var entry = new Entry<T>(key, kept, lowest.count, 0);
    heap.set(0, entry);
    return entry;
  }

  private void sink(Entry<T> entry) {
    int child = 2 * entry.slot + 1;
    while (child < heap.size()) {
      Entry<T> lower = heap.get(child);
      if (child + 1 < heap.size() && heap.get(child + 1).count < lower.count) {
        lower = heap.get(child + 1);
      }
      if (lower.count >= entry.count) {
        return;
      }
      swap(entry, lower);
      child = 2 * entry.slot + 1;
    }
  }

  private void swap(Entry<T> one, Entry<T> other) {
    int slot = one.slot;
    one.slot = other.slot;
    other.slot = slot;
    heap.set(one.slot, one);
    heap.set(other.slot, other);
  }
}
