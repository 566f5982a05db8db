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
import java.util.stream.Collectors;

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

    private Epoch(long maxBytes) {
      for (Field field : Field.values()) {
        numbers.put(field, new KeyNumbers());
      }
      days = new DayCache<>(maxBytes, FirstSightings::bytes);
    }

    private boolean full() {
      return numbers.values().stream().mapToLong(KeyNumbers::size).sum() > MAX_KEYS;
    }

    KeyNumbers numbers(Field field) {
      return Objects.requireNonNull(numbers.get(field));
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
        var read = exact(
            view, fields, counting, zone, run.getFirst().start(), run.getLast().end(), 0);
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

    /** Reads the documents in [from, to); keeps nothing. Days without documents are left out. */
    SightingTable exact(
        EngineView view,
        List<Field> fields,
        Counting counting,
        ZoneId zone,
        long from,
        long to,
        long boundary) {
      var columns =
          Columns.of(Measure.UNIT, Measure.UNIT_KIND, Measure.WORDING, Measure.ADVERTISEMENT);
      for (Field field : fields) {
        columns = columns.with(field, numbers(field));
      }
      var scan = new Scan(fields, counting.by(), boundary);
      view.scan(new Selection(carrying(fields), from, to).counted(counting), zone, columns, scan);
      return scan.read;
    }
  }

  /** Documents that have a key in one of the fields; the others add nothing. */
  private static Expression carrying(List<Field> fields) {
    return fields.size() == 1
        ? new Expression.Exists(fields.getFirst())
        : new Expression.Or(
            fields.stream().<Expression>map(Expression.Exists::new).toList());
  }

  private static final class Scan implements EngineView.DayVisitor {
    private final List<Field> fields;
    private final Counting.By by;
    private final long boundary;
    private final Map<Field, FirstSightings.Builder> builders;
    private final SightingTable read = new SightingTable();

    private Scan(List<Field> fields, Counting.By by, long boundary) {
      this.fields = fields;
      this.by = by;
      this.boundary = boundary;
      this.builders = fields.stream()
          .collect(Collectors.toMap(
              f -> f,
              f -> new FirstSightings.Builder(),
              (a, b) -> a,
              () -> new EnumMap<>(Field.class)));
    }

    @Override
    public void row(Row row) {
      if (row.number(Measure.ADVERTISEMENT) != 0) {
        return;
      }
      int kind = (int) row.number(Measure.UNIT_KIND);
      long unit = CountedUnit.of(row, by);
      for (Field field : fields) {
        FirstSightings.Builder builder = Objects.requireNonNull(builders.get(field));
        for (int i = row.keys(field); i > 0; i--) {
          builder.see(kind, row.nextKey(field), unit, row.at());
        }
      }
    }

    @Override
    public void endDay(LocalDay day) {
      builders.forEach(
          (field, builder) -> read.put(field, day.date(), builder.endDay(day.start(), boundary)));
    }
  }
}
