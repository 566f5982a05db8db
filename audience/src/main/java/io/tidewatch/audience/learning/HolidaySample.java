package io.tidewatch.audience.learning;

import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.audience.selection.UserTableBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Users drawn from the universes of several brands at the beginning of a holiday, each with what was
 * known then, what became of him, and one of two halves, the same for all entries of a person.
 *
 * @param table {@link HolidayColumns}, one row an entry
 * @param reached by row: who was in P or L at the end; not to be changed
 * @param half by row; not to be changed
 * @param rate share of those who did not reach it that was drawn
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
record HolidaySample(UserTable table, boolean[] reached, boolean[] half, double rate) {

  /** Users of one brand. */
  record Drawn(List<Entry> entries, int others) {
    Drawn {
      entries = List.copyOf(entries);
    }
  }

  /** One user. */
  record Entry(String userId, HolidayColumns.Row row, boolean reached) {}

  /** All of several brands together. */
  static HolidaySample pool(List<Drawn> brands) {
    List<Entry> entries = brands.stream().flatMap(b -> b.entries().stream()).toList();
    UserTableBuilder table = HolidayColumns.builder();
    boolean[] reached = new boolean[entries.size()];
    boolean[] half = new boolean[reached.length];
    int drawn = 0;
    for (int i = 0; i < reached.length; i++) {
      Entry entry = entries.get(i);
      HolidayColumns.add(entry.row(), table);
      reached[i] = entry.reached();
      half[i] = ((entry.userId().hashCode() * 0x9E3779B9) >>> 31) == 1;
      drawn += reached[i] ? 0 : 1;
    }
    long others = brands.stream().mapToLong(Drawn::others).sum();
    return new HolidaySample(
        table.build(), reached, half, drawn == 0 ? 1 : (double) drawn / others);
  }

  /** To learn from. */
  Sample sample() {
    return of(IntStream.range(0, reached.length).toArray());
  }

  /** One half of the people, to learn from. */
  Sample sample(boolean which) {
    return of(IntStream.range(0, reached.length).filter(i -> half[i] == which).toArray());
  }

  private Sample of(int[] rows) {
    boolean[] labels = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = reached[rows[i]];
    }
    float[] weights = new float[rows.length];
    Arrays.fill(weights, 1);
    return Sample.of(table, rows, labels, weights, rate);
  }
}
