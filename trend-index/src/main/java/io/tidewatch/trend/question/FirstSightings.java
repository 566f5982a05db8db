package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.trend.detect.DayTable;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.Codes;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How many units were first seen with each key of a field in each hour of one local day, in a {@link
 * DayTable} a kind of unit. Immutable.
 */
final class FirstSightings {
  /** A day without documents. */
  static final FirstSightings NONE = new FirstSightings();

  private final DayTable[] tables = new DayTable[Codes.UNITS];

  private FirstSightings() {
    Arrays.fill(tables, DayTable.NONE);
  }

  /** Makes the table of each kind of unit from its number. */
  FirstSightings(IntFunction<DayTable> tables) {
    Arrays.setAll(this.tables, tables);
  }

  DayTable of(CountingUnit unit) {
    return tables[Codes.of(unit)];
  }

  /** Size in memory, in bytes. */
  int bytes() {
    int bytes = 0;
    for (DayTable table : tables) {
      bytes += table.bytes();
    }
    return bytes;
  }

  /** Gathers the first sightings of a day. Not safe from several threads. */
  static final class Builder {
    private static final int KEY_SHIFT = 5;

    private final FirstSeen[] units = new FirstSeen[Codes.UNITS];
    private final NumberOrder order = new NumberOrder();
    private long[] entries = new long[256];
    private int size;

    Builder() {
      Arrays.setAll(units, u -> new FirstSeen());
    }

    /** A document of {@code unit} carries the key at {@code at} (microseconds). */
    void see(int unitKind, int key, long unit, long at) {
      units[unitKind].see(key, unit, at);
    }

    /** Ends the day and begins another; {@code start} of the day in microseconds. */
    FirstSightings byHour(long start) {
      long firstHour = Math.floorDiv(start, Timeline.HOUR);
      return new FirstSightings(u -> {
        drain(
            units[u],
            (key, first) ->
                ((long) key << KEY_SHIFT) | (Math.floorDiv(first, Timeline.HOUR) - firstHour));
        return table();
      });
    }

    /** The same with the time of each sighting. */
    SightingTimes byTime(long start) {
      return new SightingTimes(start, u -> {
        drain(units[u], (key, first) -> SightingTimes.entry(key, first - start));
        return Arrays.copyOf(entries, size);
      });
    }

    private void drain(FirstSeen unit, Entry entry) {
      size = 0;
      unit.drain((key, first) -> {
        if (size == entries.length) {
          entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = entry.of(key, first);
      });
      entries = order.ascending(entries, size);
    }

    private DayTable table() {
      if (size == 0) {
        return DayTable.NONE;
      }
      var table = new DayTable.Builder();
      for (int i = 0, run; i < size; i = run) {
        for (run = i + 1; run < size && entries[run] == entries[i]; ) {
          run++;
        }
        int hour = (int) (entries[i] & (1 << KEY_SHIFT) - 1);
        table.add((int) (entries[i] >>> KEY_SHIFT), hour, false, run - i);
      }
      return table.build();
    }

    /** One number of a key and its first sighting, by which both are ordered. */
    @FunctionalInterface
    private interface Entry {
      long of(int key, long first);
    }
  }
}
