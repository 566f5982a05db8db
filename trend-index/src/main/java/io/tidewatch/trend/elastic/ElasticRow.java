package io.tidewatch.trend.elastic;

import com.fasterxml.jackson.core.JsonParser;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.KeyIds;
import io.tidewatch.trend.engine.Row;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row of a scan; it is filled again for each document. */
final class ElasticRow implements Row {
  private final Map<String, Cell> numbersByName = new HashMap<>();
  private final Map<Columns.Measure, Cell> numbers = new EnumMap<>(Columns.Measure.class);
  private final Map<String, Keys> keysByName = new HashMap<>();
  private final Map<Field, Keys> keys = new EnumMap<>(Field.class);
  private String documentKey = "";
  private long at;
  private long ordinal = -1;

  private static final class Cell {
    private long value;
  }

  private static final class Keys {
    private final KeyIds ids;
    private int[] values = new int[8];
    private int size;
    private int next;

    private Keys(KeyIds ids) {
      this.ids = ids;
    }

    private void add(String key) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = ids.id(key);
    }
  }

  ElasticRow(Columns columns) {
    columns.numbers().forEach(measure -> {
      Cell cell = new Cell();
      numbers.put(measure, cell);
      numbersByName.put(ElasticNames.of(measure), cell);
    });
    columns.keys().forEach((field, ids) -> {
      Keys of = new Keys(ids);
      keys.put(field, of);
      keysByName.put(ElasticNames.of(field), of);
    });
  }

  /** Begins another document. */
  void clear() {
    ordinal++;
    numbers.values().forEach(cell -> cell.value = 0);
    keysByName.values().forEach(k -> {
      k.size = 0;
      k.next = 0;
    });
  }

  void at(long micros) {
    at = micros;
  }

  /** Takes the value that the parser stands at. */
  void value(String field, JsonParser json) throws IOException {
    Cell cell = numbersByName.get(field);
    if (cell != null) {
      cell.value = json.getLongValue();
      return;
    }
    Keys of = keysByName.get(field);
    if (of != null) {
      of.add(json.getText());
    } else if (field.equals(ElasticNames.KEY)) {
      documentKey = json.getText();
    }
  }

  @Override
  public long at() {
    return at;
  }

  @Override
  public long ordinal() {
    return ordinal;
  }

  @Override
  public long number(Columns.Measure column) {
    return read(numbers.get(column), column).value;
  }

  @Override
  public int keys(Field field) {
    return read(keys.get(field), field).size;
  }

  @Override
  public int nextKey(Field field) {
    Keys of = read(keys.get(field), field);
    return of.values[of.next++];
  }

  @Override
  public String documentKey() {
    return documentKey;
  }

  private static <T> T read(@Nullable T values, Object column) {
    if (values == null) {
      throw new IllegalArgumentException(
          "column: one that the scan reads is required, got " + column);
    }
    return values;
  }
}
