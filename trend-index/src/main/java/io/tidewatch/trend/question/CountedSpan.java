package io.tidewatch.trend.question;

import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Counts of a query in a span: whole days as they are kept, and the days in which the span begins or
 * ends between two hours from their documents.
 */
record CountedSpan(WindowSpan span, ZoneId zone) {

  /** Receives each hour that has anything; hours are counted from the start of the local day. */
  @FunctionalInterface
  interface Visitor {
    void hour(long start, DayCounts counts, int hour);
  }

  void count(
      EngineView view, CountDays.Line line, CountDays days, DayVersions versions, Visitor visitor) {
    List<LocalDay> all = DayRange.of(
        Math.max(span.from(), span.oldest()), Math.min(span.to(), span.newest() + 1), zone);
    var whole = new ArrayList<LocalDay>();
    for (LocalDay day : all) {
      if (isExact(day)) {
        long to = Math.min(day.end(), span.to());
        CountDays.exact(view, line, day.start(), span.from(), to)
            .values()
            .forEach(counts -> visit(day, counts, Long.MIN_VALUE, visitor));
      } else {
        whole.add(day);
      }
    }
    Map<LocalDate, DayCounts> kept = days.whole(view, line, whole, versions);
    for (LocalDay day : whole) {
      visit(day, kept.getOrDefault(day.date(), DayCounts.NONE), span.from(), visitor);
    }
  }

  private void visit(LocalDay day, DayCounts counts, long from, Visitor visitor) {
    for (int hour = 0; hour < DayCounts.HOURS; hour++) {
      long start = day.start() + hour * Timeline.HOUR;
      if (start >= from && start < span.to() && counts.documents(hour) > 0) {
        visitor.hour(start, counts, hour);
      }
    }
  }

  /** Whether hours alone do not tell what belongs to the span. */
  private boolean isExact(LocalDay day) {
    boolean begins = span.from() > day.start()
        && span.from() < day.end()
        && (span.from() - day.start()) % Timeline.HOUR != 0;
    boolean ends =
        span.to() < day.end() && span.isCut() && (span.to() - day.start()) % Timeline.HOUR != 0;
    return begins || ends;
  }
}
