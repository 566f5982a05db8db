package io.tidewatch.trend.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/** Counts that lie in a {@link DayTable} a day. Filled once, then only read. */
public final class DayTables implements KindCounts {
  private final Timeline timeline;
  private final int numbers;
  private final IntFunction<String> names;
  private final List<Day> days = new ArrayList<>();

  /**
   * @param numbers one more than the largest number of a key
   * @param names of keys by number
   */
  public DayTables(Timeline timeline, int numbers, IntFunction<String> names) {
    this.timeline = timeline;
    this.numbers = numbers;
    this.names = names;
  }

  /**
   * A local day.
   *
   * @param first place of its first hour in the timeline
   */
  private record Day(DayTable table, int first, boolean before, boolean cut) {}

  /**
   * Adds the next day; days are added in order of time.
   *
   * @param firstHour the UTC hour since 1970 in which it starts
   * @param before it ends before the local day begins in which the window begins
   * @param cut whether its entries tell what lies in the window, by being late or not; otherwise
   *     their hours do
   */
  public void add(DayTable table, long firstHour, boolean before, boolean cut) {
    if (table.size() > 0) {
      days.add(new Day(table, timeline.index(firstHour), before, cut));
    }
  }

  @Override
  public int numbers() {
    return numbers;
  }

  @Override
  public String key(int number) {
    return names.apply(number);
  }

  @Override
  public int distinct() {
    var seen = new BitSet(numbers);
    for (Day day : days) {
      boolean whole = day.first + day.table.hours() <= timeline.length();
      for (int i = 0; i < day.table.size(); i++) {
        if (whole || day.first + day.table.hour(day.table.start(i)) < timeline.length()) {
          seen.set(day.table.key(i));
        }
      }
    }
    return seen.cardinality();
  }

  @Override
  public long[] pastUnits() {
    long[] units = new long[timeline.length()];
    for (Day day : days) {
      if (day.cut) {
        for (int e = 0; e < day.table.start(day.table.size()); e++) {
          if (!day.table.isLate(e)) {
            units[day.first + day.table.hour(e)] += day.table.count(e);
          }
        }
      } else {
        int end = Math.min(day.table.hours(), timeline.windowHour() - day.first);
        for (int hour = 0; hour < end; hour++) {
          units[day.first + hour] += day.table.hourUnits(hour);
        }
      }
    }
    return units;
  }

  @Override
  public int[] windowUnits() {
    int[] units = new int[numbers];
    for (Day day : days) {
      if (day.first + day.table.hours() > timeline.windowHour()) {
        for (int i = 0; i < day.table.size(); i++) {
          for (int e = day.table.start(i); e < day.table.start(i + 1); e++) {
            if (isSeen(day, e) && isInWindow(day, e)) {
              units[day.table.key(i)] += day.table.count(e);
            }
          }
        }
      }
    }
    return units;
  }

  @Override
  public KeyCounts counts(int number) {
    int[] places = new int[days.size()];
    int room = 1;
    for (int d = 0; d < places.length; d++) {
      DayTable table = days.get(d).table;
      places[d] = table.place(number);
      room += places[d] < 0 ? 0 : table.entries(places[d]);
    }
    var counts = new KeyCounts(key(number), room);
    for (int d = 0; d < places.length; d++) {
      if (places[d] >= 0) {
        Day day = days.get(d);
        for (int e = day.table.start(places[d]); e < day.table.start(places[d] + 1); e++) {
          if (isSeen(day, e)) {
            counts.add(day.first + day.table.hour(e), day.table.count(e), isInWindow(day, e));
          }
        }
      }
    }
    return counts;
  }

  @Override
  public List<PastDay> pastDays() {
    return days.stream()
        .filter(Day::before)
        .map(day -> new PastDay(day.first, day.table))
        .toList();
  }

  private boolean isSeen(Day day, int entry) {
    return day.first + day.table.hour(entry) < timeline.length();
  }

  private boolean isInWindow(Day day, int entry) {
    return day.cut
        ? day.table.isLate(entry)
        : day.first + day.table.hour(entry) >= timeline.windowHour();
  }
}
