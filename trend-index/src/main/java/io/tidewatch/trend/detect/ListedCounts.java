package io.tidewatch.trend.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts that lie in a list, key by key. Immutable. */
public final class ListedCounts implements KindCounts {
  private final List<KeyCounts> keys;
  private final Timeline timeline;

  /** Keys are numbered by their place; each has a unit at least. */
  public ListedCounts(List<KeyCounts> keys, Timeline timeline) {
    this.keys = List.copyOf(keys);
    this.timeline = timeline;
  }

  @Override
  public int numbers() {
    return keys.size();
  }

  @Override
  public String key(int number) {
    return keys.get(number).key();
  }

  @Override
  public int distinct() {
    return keys.size();
  }

  @Override
  public long[] pastUnits() {
    long[] units = new long[timeline.length()];
    for (KeyCounts key : keys) {
      for (int e = 0; e < key.pastSize(); e++) {
        units[key.hour(e)] += key.count(e);
      }
    }
    return units;
  }

  @Override
  public int[] windowUnits() {
    return keys.stream().mapToInt(k -> Math.toIntExact(k.windowCount())).toArray();
  }

  @Override
  public KeyCounts counts(int number) {
    return keys.get(number);
  }

  @Override
  public List<PastDay> pastDays() {
    var days = new TreeMap<Integer, DayTable.Builder>();
    for (int number = 0; number < keys.size(); number++) {
      KeyCounts key = keys.get(number);
      for (int e = 0; e < key.pastSize() && key.hour(e) < timeline.windowDay(); e++) {
        int first = timeline.dayOf(key.hour(e));
        days.computeIfAbsent(first, f -> new DayTable.Builder())
            .add(number, key.hour(e) - first, false, key.count(e));
      }
    }
    var past = new ArrayList<PastDay>(days.size());
    days.forEach((first, table) -> past.add(new PastDay(first, table.build())));
    return past;
  }
}
