package io.tidewatch.trend.question;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * Counts of every key of a field in one selection: distinct units, each once a local day, and how
 * many units there are in all. Advertisements are left out. For one thread.
 */
final class KeyTally implements EngineView.DayVisitor {
  private static final int ALL = -1;

  private final Field field;
  private final Counting.By by;
  private final KeyNumbers numbers;
  private final FirstSeen day = new FirstSeen();
  private long[] counts = new long[64];
  private long units;

  private KeyTally(Field field, Counting.By by, KeyNumbers numbers) {
    this.field = field;
    this.by = by;
    this.numbers = numbers;
  }

  static KeyTally of(
      EngineView view,
      Selection selection,
      Field field,
      Counting counting,
      ZoneId zone,
      KeyNumbers numbers) {
    var tally = new KeyTally(field, counting.by(), numbers);
    var columns = Columns.of(Measure.UNIT, Measure.WORDING, Measure.ADVERTISEMENT);
    view.scan(selection.counted(counting), zone, columns.with(field, numbers), tally);
    return tally;
  }

  long count(int key) {
    return key < counts.length ? counts[key] : 0;
  }

  /** Distinct units, with or without a key. */
  long units() {
    return units;
  }

  /** One more than the largest number of a key that was counted. */
  int size() {
    return Math.min(counts.length, numbers.size());
  }

  @Override
  public void row(Row row) {
    if (row.number(Measure.ADVERTISEMENT) != 0) {
      return;
    }
    long unit = CountedUnit.of(row, by);
    day.see(ALL, unit, row.at());
    for (int i = row.keys(field); i > 0; i--) {
      day.see(row.nextKey(field), unit, row.at());
    }
  }

  @Override
  public void endDay(LocalDay ended) {
    day.drain((key, first) -> {
      if (key == ALL) {
        units++;
      } else {
        if (key >= counts.length) {
          counts = Arrays.copyOf(counts, Math.max(key + 1, counts.length * 2));
        }
        counts[key]++;
      }
    });
  }
}
