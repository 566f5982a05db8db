package io.tidewatch.trend.question;

import io.tidewatch.trend.detect.DayTable;
import io.tidewatch.trend.detect.Timeline;
import io.tidewatch.trend.engine.Codes;
import java.util.function.IntFunction;

/**
 * When each unit was first seen with each key of a field on one local day, so that the day can be cut
 * anywhere. Immutable.
 */
final class SightingTimes {
  /** Bits of a time: microseconds of the longest day. */
  private static final int KEY_SHIFT = 37;

  private static final int OVERHEAD = 100;

  private final long start;
  private final long[][] entries = new long[Codes.UNITS][];

  /**
   * @param start of the day in microseconds
   * @param entries of each kind of unit, ascending
   */
  SightingTimes(long start, IntFunction<long[]> entries) {
    this.start = start;
    for (int unit = 0; unit < Codes.UNITS; unit++) {
      this.entries[unit] = entries.apply(unit);
    }
  }

  /** A key and the microseconds of the day in one number. */
  static long entry(int key, long microsOfDay) {
    return (long) key << KEY_SHIFT | microsOfDay;
  }

  /**
   * The sightings before {@code to}; those at or after {@code boundary} are late. Both in
   * microseconds.
   */
  FirstSightings byHour(long boundary, long to) {
    return new FirstSightings(unit -> table(entries[unit], boundary - start, to - start));
  }

  private DayTable table(long[] of, long boundary, long to) {
    var table = new DayTable.Builder();
    long shift = start - Math.floorDiv(start, Timeline.HOUR) * Timeline.HOUR;
    for (int i = 0; i < of.length; ) {
      long key = of[i] >>> KEY_SHIFT;
      long micros = micros(of[i]);
      if (micros >= to) {
        i++;
        continue;
      }
      boolean late = micros >= boundary;
      long hour = (micros + shift) / Timeline.HOUR;
      // entries of a key are ordered by time: those up to here share key, hour and side
      long end = Math.min(to, (hour + 1) * Timeline.HOUR - shift);
      end = late ? end : Math.min(end, boundary);
      int run = i + 1;
      while (run < of.length && of[run] >>> KEY_SHIFT == key && micros(of[run]) < end) {
        run++;
      }
      table.add((int) key, (int) hour, late, run - i);
      i = run;
    }
    return table.build();
  }

  private static long micros(long entry) {
    return entry & (1L << KEY_SHIFT) - 1;
  }

  /** Size in memory, in bytes. */
  int bytes() {
    int bytes = OVERHEAD;
    for (long[] unit : entries) {
      bytes += unit.length * Long.BYTES;
    }
    return bytes;
  }
}
