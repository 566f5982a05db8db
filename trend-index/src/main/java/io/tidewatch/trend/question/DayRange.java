package io.tidewatch.trend.question;

import io.tidewatch.trend.LocalDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Consecutive local days. */
final class DayRange {
  private DayRange() {}

  /** The days that overlap [from, to), in microseconds. */
  static List<LocalDay> of(long from, long to, ZoneId zone) {
    var days = new ArrayList<LocalDay>();
    if (from < to) {
      LocalDay day = LocalDay.of(from, zone);
      days.add(day);
      while (day.end() < to) {
        day = LocalDay.of(day.date().plusDays(1), zone);
        days.add(day);
      }
    }
    return days;
  }

  /** Cuts a list of days wherever the next day is not the following one. */
  static List<List<LocalDay>> runs(List<LocalDay> days) {
    var runs = new ArrayList<List<LocalDay>>();
    int start = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || days.get(i).start() != days.get(i - 1).end()) {
        runs.add(days.subList(start, i));
        start = i;
      }
    }
    return runs;
  }
}
