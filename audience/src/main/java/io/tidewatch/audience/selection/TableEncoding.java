package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An encoder's features bound to the cells of one table. */
final class TableEncoding {
  private final UserTable table;
  private final int columnCount;

  /** Per symbol: its number's encoding, or null. */
  private final @Nullable FeatureEncoding[] numberOf;

  /** Per symbol: the tag's encoding whose weight counts, or null. */
  private final @Nullable FeatureEncoding[] tagOf;

  /** Per symbol: the column of a category's value or a tag, -1 for none. */
  private final int[] columnOf;

  /** Per feature of the table: place in {@code missing}, or -1. */
  private final int[] missingPlace;

  private final int[] missing;

  TableEncoding(List<FeatureEncoding> features, int columnCount, UserTable table) {
    this.table = table;
    this.columnCount = columnCount;
    int symbols = table.symbols().size();
    numberOf = new FeatureEncoding[symbols];
    tagOf = new FeatureEncoding[symbols];
    columnOf = new int[symbols];
    Arrays.fill(columnOf, -1);
    missingPlace = new int[table.features().size()];
    Arrays.fill(missingPlace, -1);
    @Nullable FeatureEncoding[] of = bound(features, table);
    missing = missing(of);
    for (int s = 0; s < symbols; s++) {
      UserTable.Symbol symbol = table.symbols().get(s);
      FeatureEncoding feature = of[symbol.feature()];
      if (feature != null) {
        switch (feature.spec().kind()) {
          case NUMBER -> numberOf[s] = feature;
          case CATEGORY -> columnOf[s] = feature.columnOf(symbol.text());
          case TAGS -> {
            columnOf[s] = feature.columnOf(symbol.text());
            tagOf[s] = feature;
          }
        }
      }
    }
  }

  private static @Nullable FeatureEncoding[] bound(
      List<FeatureEncoding> features, UserTable table) {
    Map<String, Integer> number = new HashMap<>();
    for (FeatureSpec spec : table.features()) {
      number.put(spec.name(), number.size());
    }
    @Nullable FeatureEncoding[] of = new FeatureEncoding[table.features().size()];
    for (FeatureEncoding feature : features) {
      Integer at = number.get(feature.spec().name());
      if (at == null || table.features().get(at).kind() != feature.spec().kind()) {
        throw new IllegalArgumentException("table: feature " + feature.spec().name() + " of kind "
            + feature.spec().kind() + " is required, got " + table.features());
      }
      of[at] = feature;
    }
    return of;
  }

  private int[] missing(@Nullable FeatureEncoding[] of) {
    int[] columns = new int[of.length];
    int count = 0;
    for (int f = 0; f < of.length; f++) {
      FeatureEncoding feature = of[f];
      if (feature != null && feature.missingColumn() >= 0) {
        missingPlace[f] = count;
        columns[count++] = feature.missingColumn();
      }
    }
    return Arrays.copyOf(columns, count);
  }

  EncodedMatrix encode(int[] users) {
    long most = (long) users.length * missing.length;
    for (int user : users) {
      most += table.start(user + 1) - table.start(user);
    }
    if (most > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "users: at most " + (Integer.MAX_VALUE - 8) + " entries are possible, got " + most);
    }
    int[] start = new int[users.length + 1];
    int[] column = new int[(int) most];
    float[] value = new float[(int) most];
    int[] seen = new int[missing.length];
    int end = 0;
    for (int row = 0; row < users.length; row++) {
      start[row] = end;
      end = cells(users[row], row + 1, seen, column, value, end);
      for (int m = 0; m < missing.length; m++) {
        if (seen[m] != row + 1) {
          column[end] = missing[m];
          value[end++] = 1;
        }
      }
      sort(column, value, start[row], end);
    }
    start[users.length] = end;
    return new EncodedMatrix(columnCount, start, column, value);
  }

  private int cells(int user, int stamp, int[] seen, int[] column, float[] value, int from) {
    int end = from;
    for (int cell = table.start(user); cell < table.start(user + 1); cell++) {
      int symbol = table.symbol(cell);
      int place = missingPlace[table.featureOf(symbol)];
      if (place >= 0) {
        seen[place] = stamp;
      }
      FeatureEncoding number = numberOf[symbol];
      FeatureEncoding tag = tagOf[symbol];
      float raw = table.value(cell);
      int at = number == null ? columnOf[symbol] : number.columnOf(raw);
      if (at >= 0) {
        column[end] = at;
        value[end++] = number != null ? number.entryOf(raw) : tag != null ? tag.entryOfTag(raw) : 1;
      }
    }
    return end;
  }

  /** By insertion: cells come nearly in the order of their columns. */
  private static void sort(int[] column, float[] value, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int c = column[i];
      float v = value[i];
      int j = i - 1;
      for (; j >= from && column[j] > c; j--) {
        column[j + 1] = column[j];
        value[j + 1] = value[j];
      }
      column[j + 1] = c;
      value[j + 1] = v;
    }
  }
}
