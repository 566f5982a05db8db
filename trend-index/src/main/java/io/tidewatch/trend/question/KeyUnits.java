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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which units carried each of a few keys in a selection, so that one can tell how many two of them
 * share. A unit is numbered anew each local day. Advertisements are left out. For one thread.
 */
final class KeyUnits implements EngineView.DayVisitor {
  private static final BitSet NONE = new BitSet();

  private final Counting.By by;
  private final Map<String, BitSet> units = new HashMap<>();
  private final Map<Field, Wanted> fields = new EnumMap<>(Field.class);
  private final Map<Long, Integer> today = new HashMap<>();
  private int next;

  /** The keys of one field, and what was noted of those that are asked for. */
  private static final class Wanted {
    private final KeyNumbers numbers = new KeyNumbers();
    private final List<@Nullable BitSet> byNumber = new ArrayList<>();
  }

  private KeyUnits(Counting.By by) {
    this.by = by;
  }

  /** {@code ids} as {@link StoryQuestion#id} makes them, of these fields. */
  static KeyUnits of(
      EngineView view,
      Selection selection,
      Counting.By by,
      ZoneId zone,
      Collection<Field> fields,
      Set<String> ids) {
    var units = new KeyUnits(by);
    ids.forEach(id -> units.units.put(id, new BitSet()));
    var columns = Columns.of(Measure.UNIT, Measure.WORDING, Measure.ADVERTISEMENT);
    for (Field field : fields) {
      var wanted = new Wanted();
      units.fields.put(field, wanted);
      columns = columns.with(field, wanted.numbers);
    }
    view.scan(selection, zone, columns, units);
    return units;
  }

  /** Distinct units, with or without a key. */
  int all() {
    return next;
  }

  int count(String id) {
    return of(id).cardinality();
  }

  /** Units that carry both. */
  long together(String one, String other) {
    BitSet both = (BitSet) of(one).clone();
    both.and(of(other));
    return both.cardinality();
  }

  /** Units that carry any of the keys. */
  long any(Collection<String> ids) {
    BitSet any = new BitSet();
    ids.forEach(id -> any.or(of(id)));
    return any.cardinality();
  }

  @Override
  public void row(Row row) {
    if (row.number(Measure.ADVERTISEMENT) != 0) {
      return;
    }
    int unit = today.computeIfAbsent(CountedUnit.of(row, by), u -> next++);
    fields.forEach((field, wanted) -> {
      for (int i = row.keys(field); i > 0; i--) {
        BitSet carried = carried(field, wanted, row.nextKey(field));
        if (carried != null) {
          carried.set(unit);
        }
      }
    });
  }

  @Override
  public void endDay(LocalDay day) {
    today.clear();
  }

  private @Nullable BitSet carried(Field field, Wanted wanted, int number) {
    while (wanted.byNumber.size() <= number) {
      String key = wanted.numbers.key(wanted.byNumber.size());
      wanted.byNumber.add(units.get(StoryQuestion.id(field, key)));
    }
    return wanted.byNumber.get(number);
  }

  private BitSet of(String id) {
    return Objects.requireNonNullElse(units.get(id), NONE);
  }
}
