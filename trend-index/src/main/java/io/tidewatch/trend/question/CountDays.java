package io.tidewatch.trend.question;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.Codes;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@link DayCounts} of a query on local days, read from the documents and kept until the
 * documents of the day change. Safe from any thread.
 */
final class CountDays {
  private static final Columns COLUMNS =
      Columns.of(Measure.UNIT, Measure.UNIT_KIND, Measure.WORDING, Measure.POLARITY);

  private final DayCache<Line, DayCounts> days;

  CountDays(long maxBytes) {
    this.days = new DayCache<>(maxBytes, c -> DayCounts.bytes());
  }

  /** What is counted. Its hash is kept, because it is looked up once a day. */
  static final class Line {
    private final Expression expression;
    private final Counting counting;
    private final ZoneId zone;
    private final int hash;

    Line(Expression expression, Counting counting, ZoneId zone) {
      this.expression = expression;
      this.counting = counting;
      this.zone = zone;
      this.hash = 31 * (31 * expression.hashCode() + counting.hashCode()) + zone.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Line line
          && line.hash == hash
          && line.expression.equals(expression)
          && line.counting.equals(counting)
          && line.zone.equals(zone);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** Whole days; those without matching documents are in the answer as well. */
  Map<LocalDate, DayCounts> whole(
      EngineView view, Line line, List<LocalDay> wanted, DayVersions versions) {
    var answer = new HashMap<LocalDate, DayCounts>();
    var missing = new ArrayList<LocalDay>();
    for (LocalDay day : wanted) {
      DayCounts known = days.get(line, day, versions.of(day));
      if (known == null) {
        missing.add(day);
      } else {
        answer.put(day.date(), known);
      }
    }
    for (List<LocalDay> run : DayRange.runs(missing)) {
      var read = exact(
          view,
          line,
          run.getFirst().start(),
          run.getFirst().start(),
          run.getLast().end());
      for (LocalDay day : run) {
        DayCounts counts = read.getOrDefault(day.date(), DayCounts.NONE);
        days.put(line, day, versions.of(day), counts);
        answer.put(day.date(), counts);
      }
    }
    return answer;
  }

  /**
   * Reads the documents in [from, to) and counts what lies in [counted, to): a unit that was seen
   * before {@code counted} does not count again. Days without documents are left out.
   */
  static Map<LocalDate, DayCounts> exact(
      EngineView view, Line line, long from, long counted, long to) {
    var scan = new Scan(line.counting.by(), counted);
    view.scan(
        new Selection(line.expression, from, to).counted(line.counting), line.zone, COLUMNS, scan);
    return scan.read;
  }

  private static final class Scan implements EngineView.DayVisitor {
    private final Counting.By by;
    private final long counted;
    private final FirstSeen units = new FirstSeen();
    private final FirstSeen authors = new FirstSeen();
    private final List<Sight> sights = new ArrayList<>();
    private final Map<LocalDate, DayCounts> read = new HashMap<>();

    private record Sight(long at, boolean byAuthor, int polarity) {}

    private Scan(Counting.By by, long counted) {
      this.by = by;
      this.counted = counted;
    }

    @Override
    public void row(Row row) {
      int kind = (int) row.number(Measure.UNIT_KIND);
      units.see(kind, CountedUnit.of(row, by), row.at());
      boolean byAuthor = kind == Codes.AUTHORS;
      if (byAuthor) {
        authors.see(kind, row.number(Measure.UNIT), row.at());
      }
      if (row.at() >= counted) {
        sights.add(new Sight(row.at(), byAuthor, (int) row.number(Measure.POLARITY)));
      }
    }

    @Override
    public void endDay(LocalDay day) {
      DayCounts counts = new DayCounts();
      units.drain((kind, first) -> {
        if (first >= counted) {
          counts.addUnit(hour(first, day));
        }
      });
      authors.drain((kind, first) -> {
        if (first >= counted) {
          counts.addAuthor(hour(first, day));
        }
      });
      for (Sight sight : sights) {
        counts.addDocument(
            hour(sight.at, day),
            sight.byAuthor,
            sight.polarity == Codes.POSITIVE,
            sight.polarity == Codes.NEGATIVE);
      }
      sights.clear();
      read.put(day.date(), counts);
    }

    private static int hour(long at, LocalDay day) {
      return (int) ((at - day.start()) / Timeline.HOUR);
    }
  }
}
