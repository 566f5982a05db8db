package io.tidewatch.trend.question;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The {@link FirstSightings} of local days, read from the documents and kept until the documents of
 * the day change. Advertisements are left out. Safe from any thread.
 */
final class SightingDays {
  /** Keys that are numbered before everything is given up and numbered anew. */
  private static final int MAX_KEYS = 4_000_000;

  private final long maxBytes;
  private volatile Epoch epoch;

  private record What(Field field, Counting counting, ZoneId zone) {}

  SightingDays(long maxBytes) {
    this.maxBytes = maxBytes;
    this.epoch = new Epoch(maxBytes);
  }

  /** What one question works with from its beginning to its end. */
  Epoch epoch() {
    Epoch current = epoch;
    if (current.full()) {
      current = new Epoch(maxBytes);
      epoch = current;
    }
    return current;
  }

  /** One numbering of keys, and the days that were read under it. */
  static final class Epoch {
    private final Map<Field, KeyNumbers> numbers = new EnumMap<>(Field.class);
    private final DayCache<What, FirstSightings> days;
    private final DayCache<What, SightingTimes> times;
    private final HabitDays habits = new HabitDays();

    private Epoch(long maxBytes) {
      for (Field field : Field.values()) {
        numbers.put(field, new KeyNumbers());
      }
      // times are wanted of the one or two days that a window cuts
      long ofTimes = maxBytes / 4;
      days = new DayCache<>(maxBytes - ofTimes, FirstSightings::bytes);
      times = new DayCache<>(ofTimes, SightingTimes::bytes);
    }

    private boolean full() {
      return numbers.values().stream().mapToLong(KeyNumbers::size).sum() > MAX_KEYS;
    }

    KeyNumbers numbers(Field field) {
      return Objects.requireNonNull(numbers.get(field));
    }

    HabitDays habits() {
      return habits;
    }

    /** Whole days; those without documents are in the answer as well. */
    SightingTable whole(
        EngineView view,
        List<Field> fields,
        Counting counting,
        ZoneId zone,
        List<LocalDay> wanted,
        DayVersions versions) {
      var answer = new SightingTable();
      var missing = new ArrayList<LocalDay>();
      for (LocalDay day : wanted) {
        long version = versions.of(day);
        boolean all = true;
        for (Field field : fields) {
          FirstSightings known = days.get(new What(field, counting, zone), day, version);
          all &= known != null;
          if (known != null) {
            answer.put(field, day.date(), known);
          }
        }
        if (!all) {
          missing.add(day);
        }
      }
      for (List<LocalDay> run : DayRange.runs(missing)) {
        var read = new SightingTable();
        scan(
            view,
            fields,
            counting,
            zone,
            run,
            (field, day, sightings) -> read.put(field, day.date(), sightings.byHour(day.start())));
        for (LocalDay day : run) {
          for (Field field : fields) {
            FirstSightings sightings = read.get(field, day.date());
            days.put(new What(field, counting, zone), day, versions.of(day), sightings);
            answer.put(field, day.date(), sightings);
          }
        }
      }
      return answer;
    }

    /**
     * A day that the window cuts between two hours: what was first seen before its end, late from
     * its start on.
     */
    SightingTable cut(
        EngineView view,
        List<Field> fields,
        Counting counting,
        ZoneId zone,
        LocalDay day,
        WindowSpan window,
        DayVersions versions) {
      var answer = new SightingTable();
      var missing = new ArrayList<Field>();
      for (Field field : fields) {
        SightingTimes known = times.get(new What(field, counting, zone), day, versions.of(day));
        if (known == null) {
          missing.add(field);
        } else {
          answer.put(field, day.date(), known.byHour(window.from(), window.to()));
        }
      }
      if (!missing.isEmpty()) {
        scan(view, missing, counting, zone, List.of(day), (field, scanned, sightings) -> {
          SightingTimes read = sightings.byTime(day.start());
          times.put(new What(field, counting, zone), day, versions.of(day), read);
          answer.put(field, day.date(), read.byHour(window.from(), window.to()));
        });
      }
      return answer;
    }

    /** Reads the documents of days that follow each other; days without any are left out. */
    private void scan(
        EngineView view,
        List<Field> fields,
        Counting counting,
        ZoneId zone,
        List<LocalDay> run,
        DayEnd end) {
      var columns =
          Columns.of(Measure.UNIT, Measure.UNIT_KIND, Measure.WORDING, Measure.ADVERTISEMENT);
      for (Field field : fields) {
        columns = columns.with(field, numbers(field));
      }
      var selection =
          new Selection(carrying(fields), run.getFirst().start(), run.getLast().end());
      view.scan(selection.counted(counting), zone, columns, new Scan(fields, counting.by(), end));
    }
  }

  /** Documents that have a key in one of the fields; the others add nothing. */
  private static Expression carrying(List<Field> fields) {
    return fields.size() == 1
        ? new Expression.Exists(fields.getFirst())
        : new Expression.Or(
            fields.stream().<Expression>map(Expression.Exists::new).toList());
  }

  /** Takes what was gathered of a day, and leaves it empty. */
  @FunctionalInterface
  private interface DayEnd {
    void end(Field field, LocalDay day, FirstSightings.Builder sightings);
  }

  private static final class Scan implements EngineView.DayVisitor {
    private final Map<Field, FirstSightings.Builder> builders = new EnumMap<>(Field.class);
    private final Counting.By by;
    private final DayEnd end;

    private Scan(List<Field> fields, Counting.By by, DayEnd end) {
      this.by = by;
      this.end = end;
      fields.forEach(field -> builders.put(field, new FirstSightings.Builder()));
    }

    @Override
    public void row(Row row) {
      if (row.number(Measure.ADVERTISEMENT) != 0) {
        return;
      }
      int kind = (int) row.number(Measure.UNIT_KIND);
      long unit = CountedUnit.of(row, by);
      builders.forEach((field, builder) -> {
        for (int i = row.keys(field); i > 0; i--) {
          builder.see(kind, row.nextKey(field), unit, row.at());
        }
      });
    }

    @Override
    public void endDay(LocalDay day) {
      builders.forEach((field, builder) -> end.end(field, day, builder));
    }
  }
}
