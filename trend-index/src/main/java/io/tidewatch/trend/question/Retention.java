package io.tidewatch.trend.question;

import io.tidewatch.model.document.DocumentRetention;
import io.tidewatch.model.document.Seal;
import io.tidewatch.model.document.SourceDay;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.Seals;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Hit;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals first, then drops day by day. The write side is held for one day at a time, so that intake
 * goes on in between; nobody writes to the sealed days any more.
 */
final class Retention implements DocumentRetention {
  private final IndexEngine engine;
  private final DocumentWrites writes;

  Retention(IndexEngine engine, DocumentWrites writes) {
    this.engine = engine;
    this.writes = writes;
  }

  @Override
  public List<String> knownSources() {
    return List.copyOf(writes.sources());
  }

  @Override
  public List<Seal> seals() {
    return writes.seals().all();
  }

  @Override
  public List<SourceDay> before(List<Seal> seals) {
    var days = new ArrayList<SourceDay>();
    engine.committed(view -> {
      for (Seal seal : Seals.NONE.with(seals).all()) {
        for (LocalDay day : days(view, seal)) {
          Selection documents = of(seal).between(day.start(), day.end());
          days.add(new SourceDay(seal.source(), day.date(), view.count(documents)));
        }
      }
      return true;
    });
    return days;
  }

  @Override
  public List<SourceDay> seal(List<Seal> wanted) {
    writes.seal(wanted);
    List<Seal> seals = writes.seals().all();
    List<SourceDay> found = before(seals);
    for (Seal seal : seals) {
      found.stream()
          .filter(day -> day.source().equals(seal.source()))
          .forEach(day -> writes.drop(of(seal), LocalDay.of(day.day(), seal.zone())));
    }
    return found;
  }

  /** The days before a seal that have documents, the newest first. */
  private static List<LocalDay> days(EngineView view, Seal seal) {
    var days = new ArrayList<LocalDay>();
    Selection rest = of(seal).between(Long.MIN_VALUE, Micros.of(seal.at()));
    for (List<Hit> newest = view.newest(rest, null, 1);
        !newest.isEmpty();
        newest = view.newest(rest, null, 1)) {
      LocalDay day = LocalDay.of(newest.getFirst().place().at(), seal.zone());
      days.add(day);
      rest = rest.between(Long.MIN_VALUE, day.start());
    }
    return days;
  }

  private static Selection of(Seal seal) {
    return Selection.of(new Expression.Value(Field.SOURCE, seal.source()));
  }
}
