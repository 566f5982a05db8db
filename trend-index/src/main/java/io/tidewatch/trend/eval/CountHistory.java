package io.tidewatch.trend.eval;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each key was counted in each hour, with the hours that were observed and the documents
 * of each hour. Hours are numbered from {@link #firstHour}. Immutable; safe from any thread.
 */
public final class CountHistory {
  private final long firstHour;
  private final ZoneId zone;
  private final List<String> keys;
  private final int[][] hours;
  private final int[][] counts;
  private final int[][] sums;
  private final int[] observedBefore;
  private final int[] documentsBefore;
  private final int[][] keysAt;

  private CountHistory(Builder builder) {
    this.firstHour = builder.firstHour;
    this.zone = builder.zone;
    this.keys = List.copyOf(builder.ids.keySet());
    int size = keys.size();
    this.hours = new int[size][];
    this.counts = new int[size][];
    this.sums = new int[size][];
    int length = builder.observed.length;
    this.observedBefore = new int[length + 1];
    this.documentsBefore = new int[length + 1];
    this.keysAt = new int[length][];
    Entries[] entries = new Entries[size];
    Arrays.setAll(entries, k -> new Entries());
    for (int h = 0; h < length; h++) {
      observedBefore[h + 1] = observedBefore[h] + (builder.observed[h] ? 1 : 0);
      documentsBefore[h + 1] = documentsBefore[h] + builder.documents[h];
      List<Integer> seen = builder.seen.get(h);
      for (int key : seen) {
        entries[key].add(h, 1);
      }
      keysAt[h] = seen.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    }
    for (int k = 0; k < size; k++) {
      entries[k].into(this, k);
    }
  }

  private CountHistory(CountHistory other, int key, Entries entries) {
    this.firstHour = other.firstHour;
    this.zone = other.zone;
    this.keys = other.keys;
    this.hours = other.hours.clone();
    this.counts = other.counts.clone();
    this.sums = other.sums.clone();
    this.observedBefore = other.observedBefore;
    this.documentsBefore = other.documentsBefore;
    this.keysAt = other.keysAt;
    entries.into(this, key);
  }

  /** Collects sightings; hours may come in any order. */
  public static final class Builder {
    private final long firstHour;
    private final ZoneId zone;
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final boolean[] observed;
    private final int[] documents;
    private final List<List<Integer>> seen = new ArrayList<>();

    /**
     * @param firstHour hours since 1970 of hour 0
     * @param length number of hours
     */
    public Builder(long firstHour, int length, ZoneId zone) {
      this.firstHour = firstHour;
      this.zone = zone;
      this.observed = new boolean[length];
      this.documents = new int[length];
      for (int h = 0; h < length; h++) {
        seen.add(new ArrayList<>());
      }
    }

    /** Marks an hour (since 1970) as observed. */
    public Builder observe(long hour) {
      observed[Math.toIntExact(hour - firstHour)] = true;
      return this;
    }

    /** Counts one document that carries {@code keys}, each once, in an hour since 1970. */
    public Builder see(long hour, Iterable<String> keys) {
      int h = Math.toIntExact(hour - firstHour);
      observed[h] = true;
      documents[h]++;
      for (String key : keys) {
        seen.get(h).add(ids.computeIfAbsent(key, k -> ids.size()));
      }
      return this;
    }

    public CountHistory build() {
      return new CountHistory(this);
    }
  }

  /** Hours since 1970 of hour 0. */
  public long firstHour() {
    return firstHour;
  }

  /** Number of hours. */
  public int length() {
    return keysAt.length;
  }

  public ZoneId zone() {
    return zone;
  }

  /** All keys that were ever counted; a key's number is its place. */
  public List<String> keys() {
    return keys;
  }

  /** The place of each key. */
  Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (int k = 0; k < keys.size(); k++) {
      numbers.put(keys.get(k), k);
    }
    return numbers;
  }

  /** The same history with more units of one key at these hours, sorted. */
  CountHistory with(int key, List<Integer> moreHours) {
    var merged = new TreeMap<Integer, Integer>();
    for (int e = 0; e < hours[key].length; e++) {
      merged.put(hours[key][e], counts[key][e]);
    }
    for (int h : moreHours) {
      merged.merge(h, 1, Integer::sum);
    }
    Entries entries = new Entries();
    merged.forEach(entries::add);
    return new CountHistory(this, key, entries);
  }

  /** Units of a key in hours [from, to). */
  int count(int key, int from, int to) {
    return from >= to ? 0 : before(key, to) - before(key, from);
  }

  private int before(int key, int hour) {
    int at = Arrays.binarySearch(hours[key], hour);
    int entries = at >= 0 ? at : -at - 1;
    return entries == 0 ? 0 : sums[key][entries - 1];
  }

  int observed(int from, int to) {
    return observedBefore[to] - observedBefore[from];
  }

  int documents(int from, int to) {
    return documentsBefore[to] - documentsBefore[from];
  }

  int[] keysAt(int hour) {
    return keysAt[hour];
  }

  int[] hours(int key) {
    return hours[key];
  }

  int[] counts(int key) {
    return counts[key];
  }

  private static final class Entries {
    private int[] hours = new int[4];
    private int[] counts = new int[4];
    private int size;

    void add(int hour, int count) {
      if (size > 0 && hours[size - 1] == hour) {
        counts[size - 1] += count;
        return;
      }
      if (size == hours.length) {
        hours = Arrays.copyOf(hours, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      hours[size] = hour;
      counts[size] = count;
      size++;
    }

    void into(CountHistory history, int key) {
      history.hours[key] = Arrays.copyOf(hours, size);
      history.counts[key] = Arrays.copyOf(counts, size);
      history.sums[key] = history.counts[key].clone();
      Arrays.parallelPrefix(history.sums[key], Integer::sum);
    }
  }
}
