package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.detect.DayTables;
import io.tidewatch.trend.detect.KindCounts;
import io.tidewatch.trend.detect.KindHabit;
import io.tidewatch.trend.detect.RisingDetector;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.EngineView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Past and window of one rising question, day by day. For one thread. */
final class SightingHistory {
  private final WindowSpan window;
  private final List<LocalDay> days;
  private final SightingTable sightings = new SightingTable();
  private final Map<Field, KeyNumbers> numbers = new EnumMap<>(Field.class);
  private final Set<LocalDate> cut = new HashSet<>();
  private final ZoneId zone;
  private final Counting counting;
  private final SightingDays.Epoch kept;
  private final DayVersions versions;

  /** {@code from}: start of the first day, in microseconds. */
  SightingHistory(
      WindowSpan window,
      ZoneId zone,
      Counting counting,
      long from,
      SightingDays.Epoch kept,
      DayVersions versions) {
    this.window = window;
    this.zone = zone;
    this.counting = counting;
    this.days = DayRange.of(from, window.to(), zone);
    this.kept = kept;
    this.versions = versions;
  }

  void read(EngineView view, List<Field> fields) {
    var whole = new ArrayList<LocalDay>();
    for (LocalDay day : days) {
      if (isCut(day)) {
        cut.add(day.date());
        sightings.putAll(kept.cut(view, fields, counting, zone, day, window, versions));
      } else {
        whole.add(day);
      }
    }
    sightings.putAll(kept.whole(view, fields, counting, zone, whole, versions));
    fields.forEach(f -> numbers.put(f, kept.numbers(f)));
  }

  /**
   * Over the counts of every key; what all have in common is learned once a day.
   *
   * @param start days before it are left out, in microseconds
   */
  RisingDetector detector(Field field, CountingUnit unit, Timeline timeline, long start) {
    KindCounts counts = counts(field, unit, timeline, start);
    long first = LocalDay.of(window.from(), zone).start();
    List<Long> past = days.stream()
        .filter(day -> day.start() >= start && day.end() <= first)
        .map(versions::of)
        .toList();
    if (past.isEmpty()) {
      return new RisingDetector(counts, timeline);
    }
    var lesson = new HabitDays.Lesson(
        field,
        unit,
        counting,
        zone,
        timeline.windowHours(),
        start,
        first,
        past,
        timeline.observedDays());
    return new RisingDetector(
        counts, timeline, kept.habits().of(lesson, () -> KindHabit.learn(counts, timeline)));
  }

  private KindCounts counts(Field field, CountingUnit unit, Timeline timeline, long start) {
    KeyNumbers names = Objects.requireNonNull(numbers.get(field));
    var tables = new DayTables(timeline, names.size(), names::key);
    long first = LocalDay.of(window.from(), zone).start();
    for (LocalDay day : days) {
      if (day.start() >= start) {
        tables.add(
            sightings.get(field, day.date()).of(unit),
            Math.floorDiv(day.start(), Timeline.HOUR),
            day.end() <= first,
            cut.contains(day.date()));
      }
    }
    return tables;
  }

  /** Whether hours alone do not tell what lies in the window and what before it. */
  private boolean isCut(LocalDay day) {
    boolean begins = inside(day, window.from()) && window.from() % Timeline.HOUR != 0;
    boolean ends = inside(day, window.to()) && window.isCut() && window.to() % Timeline.HOUR != 0;
    return begins || ends;
  }

  private static boolean inside(LocalDay day, long time) {
    return time > day.start() && time < day.end();
  }
}
