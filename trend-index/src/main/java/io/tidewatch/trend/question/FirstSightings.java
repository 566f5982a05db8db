package io.tidewatch.trend.question;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.Codes;
import java.util.Arrays;

/**
 * How many units were first seen with each key of a field in each hour of one local day. Immutable
 * and small: one entry a key and hour that has any.
 *
 * <p>An hour is counted from the UTC hour in which the day starts. Entries are ordered by key number,
 * then hour.
 */
final class FirstSightings {
  /** A day without documents. */
  static final FirstSightings NONE = new FirstSightings(Codes.UNITS);

  private static final int OVERHEAD = 200;

  private final int[][] keys;
  private final short[][] hours;
  private final int[][] counts;

  /** Receives the entries. */
  @FunctionalInterface
  interface Visitor {
    /** {@code late}: first seen at or after the boundary that the sightings were taken with. */
    void entry(int key, int hour, boolean late, int count);
  }

  private FirstSightings(int units) {
    keys = new int[units][0];
    hours = new short[units][0];
    counts = new int[units][0];
  }

  void forEach(CountingUnit unit, Visitor visitor) {
    int u = Codes.of(unit);
    for (int i = 0; i < keys[u].length; i++) {
      visitor.entry(keys[u][i], hours[u][i] >> 1, (hours[u][i] & 1) != 0, counts[u][i]);
    }
  }

  /** Size in memory, in bytes. */
  int bytes() {
    int entries = 0;
    for (int[] unit : keys) {
      entries += unit.length;
    }
    return OVERHEAD + entries * (Integer.BYTES + Short.BYTES + Integer.BYTES);
  }

  /** Gathers the first sightings of a day. Not safe from several threads. */
  static final class Builder {
    private static final int KEY_SHIFT = 8;

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

    /**
     * Ends the day and begins another.
     *
     * @param start of the day in microseconds
     * @param boundary in microseconds: what is first seen from then on is late
     */
    FirstSightings endDay(long start, long boundary) {
      var day = new FirstSightings(units.length);
      for (int u = 0; u < units.length; u++) {
        drain(units[u], start, boundary);
        fill(day, u);
      }
      return day;
    }

    private void drain(FirstSeen unit, long start, long boundary) {
      size = 0;
      long firstHour = Math.floorDiv(start, Timeline.HOUR);
      unit.drain((key, first) -> {
        if (size == entries.length) {
          entries = Arrays.copyOf(entries, size * 2);
        }
        long hour = Math.floorDiv(first, Timeline.HOUR) - firstHour;
        entries[size++] = ((long) key << KEY_SHIFT) | (hour << 1) | (first >= boundary ? 1 : 0);
      });
      entries = order.ascending(entries, size);
    }

    private void fill(FirstSightings day, int u) {
      int distinct = 0;
      for (int i = 0; i < size; i++) {
        distinct += i == 0 || entries[i] != entries[i - 1] ? 1 : 0;
      }
      day.keys[u] = new int[distinct];
      day.hours[u] = new short[distinct];
      day.counts[u] = new int[distinct];
      int at = -1;
      for (int i = 0; i < size; i++) {
        if (i == 0 || entries[i] != entries[i - 1]) {
          at++;
          day.keys[u][at] = (int) (entries[i] >>> KEY_SHIFT);
          day.hours[u][at] = (short) (entries[i] & (1 << KEY_SHIFT) - 1);
        }
        day.counts[u][at]++;
      }
    }
  }
}
