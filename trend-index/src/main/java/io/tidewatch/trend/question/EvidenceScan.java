package io.tidewatch.trend.question;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.KeyIds;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each document of a window to those keys of one field that it carries. For one thread. */
final class EvidenceScan implements EngineView.DayVisitor, KeyIds {
  private final Field field;
  private final List<KeyEvidence> keys;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final boolean surfaces;
  private final KeyNumbers written = new KeyNumbers();
  private final List<KeyEvidence> carried = new ArrayList<>();
  private final List<String> writtenHere = new ArrayList<>();

  /** {@code keys} of that field, at least one; a key may come in both units. */
  EvidenceScan(Field field, List<KeyEvidence> keys) {
    this.field = field;
    this.keys = keys;
    this.surfaces = keys.getFirst().hasSurfaces();
    keys.forEach(key -> numbers.putIfAbsent(key.key(), numbers.size()));
  }

  void run(EngineView view, WindowSpan window, Counting counting) {
    List<Expression> values = wanted().stream()
        .<Expression>map(key -> new Expression.Value(field, key))
        .toList();
    var carrying = values.size() == 1 ? values.getFirst() : new Expression.Or(values);
    var columns = Columns.of(
            Measure.UNIT, Measure.UNIT_KIND, Measure.ADVERTISEMENT, Measure.ENGAGEMENT)
        .withDocumentKey()
        .with(field, this);
    view.scan(
        new Selection(carrying, window.from(), window.to()).counted(counting),
        ZoneOffset.UTC,
        surfaces ? columns.with(Field.SURFACE, written) : columns,
        this);
  }

  @Override
  public int id(String key) {
    return numbers.getOrDefault(key, -1);
  }

  @Override
  public List<String> wanted() {
    return List.copyOf(numbers.keySet());
  }

  @Override
  public void row(Row row) {
    if (row.number(Measure.ADVERTISEMENT) != 0) {
      return;
    }
    carried.clear();
    for (int i = row.keys(field); i > 0; i--) {
      int number = row.nextKey(field);
      if (number >= 0) {
        keys.stream()
            .filter(key -> id(key.key()) == number && key.counts(row))
            .forEach(carried::add);
      }
    }
    if (carried.isEmpty()) {
      return;
    }
    writtenHere.clear();
    for (int i = surfaces ? row.keys(Field.SURFACE) : 0; i > 0; i--) {
      writtenHere.add(written.key(row.nextKey(Field.SURFACE)));
    }
    String documentKey = row.documentKey();
    carried.forEach(key -> key.add(row, documentKey, writtenHere));
  }

  @Override
  public void endDay(LocalDay day) {}
}
