package io.tidewatch.trend.question;

import io.tidewatch.model.trend.SourceStatus;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many documents each source has and how fresh they are. */
final class SourceTable implements EngineView.DayVisitor, Columns.KeyIds {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Tally> tallies = new ArrayList<>();

  private static final class Tally {
    private final String source;
    private long documents;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    private long received = Long.MIN_VALUE;

    private Tally(String source) {
      this.source = source;
    }

    private SourceStatus status() {
      return new SourceStatus(
          source,
          documents,
          Micros.instant(oldest),
          Micros.instant(newest),
          Micros.instant(received));
    }
  }

  private SourceTable() {}

  static List<SourceStatus> answer(EngineView view) {
    SourceTable table = new SourceTable();
    view.scan(
        Selection.of(new Expression.Everything()),
        ZoneOffset.UTC,
        Columns.of(Measure.RECEIVED).with(Field.SOURCE, table),
        table);
    return table.tallies.stream()
        .map(Tally::status)
        .sorted(Comparator.comparing(SourceStatus::source))
        .toList();
  }

  @Override
  public int id(String source) {
    return numbers.computeIfAbsent(source, s -> {
      tallies.add(new Tally(s));
      return tallies.size() - 1;
    });
  }

  @Override
  public void row(Row row) {
    for (int i = row.keys(Field.SOURCE); i > 0; i--) {
      Tally tally = tallies.get(row.nextKey(Field.SOURCE));
      tally.documents++;
      tally.oldest = Math.min(tally.oldest, row.at());
      tally.newest = Math.max(tally.newest, row.at());
      tally.received = Math.max(tally.received, row.number(Measure.RECEIVED));
    }
  }

  @Override
  public void endDay(LocalDay day) {}
}
