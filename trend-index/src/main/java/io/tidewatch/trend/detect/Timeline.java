package io.tidewatch.trend.detect;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.function.LongPredicate;

/**
 * The hours a question looks at: which were observed, which part of each lies before the window and
 * which in it. Times are microseconds since 1970 (UTC), hours are counted from 1970 as well.
 * Immutable.
 */
public final class Timeline {
  /** Microseconds in an hour. */
  public static final long HOUR = 3_600_000_000L;

  private final long firstHour;
  private final double[] past;
  private final double[] window;
  private final int[] slots;
  private final int[] dayStarts;
  private final int windowHour;
  private final int windowDay;

  /**
   * @param from start of the past, aligned to its hour
   * @param windowStart inclusive start of the window
   * @param asOf exclusive end of the window
   * @param observed whether an hour was observed
   */
  public Timeline(long from, long windowStart, long asOf, ZoneId zone, LongPredicate observed) {
    this.firstHour = Math.floorDiv(Math.min(from, windowStart), HOUR);
    int length = Math.toIntExact(Math.ceilDiv(asOf, HOUR) - firstHour);
    this.past = new double[length];
    this.window = new double[length];
    this.slots = new int[length];
    this.dayStarts = new int[length];
    this.windowHour = Math.toIntExact(Math.ceilDiv(windowStart, HOUR) - firstHour);
    for (int i = 0; i < length; i++) {
      long start = (firstHour + i) * HOUR;
      ZonedDateTime local = Instant.ofEpochSecond((firstHour + i) * 3600).atZone(zone);
      slots[i] = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
      dayStarts[i] =
          i > 0 && slots[i] / 24 == slots[i - 1] / 24 ? dayStarts[i - 1] : i - local.getHour();
      if (observed.test(firstHour + i)) {
        past[i] = (double) Math.clamp(windowStart - start, 0, HOUR) / HOUR;
        window[i] = (double) Math.clamp(asOf - start, 0, HOUR) / HOUR - past[i];
      }
    }
    int begins = Math.toIntExact(Math.floorDiv(windowStart, HOUR) - firstHour);
    this.windowDay = length == 0 ? 0 : dayStarts[Math.clamp(begins, 0, length - 1)];
  }

  /** Start of the first hour, in microseconds. */
  public long start() {
    return firstHour * HOUR;
  }

  /** Number of hours. */
  int length() {
    return past.length;
  }

  /** The index of an hour since 1970. */
  public int index(long hour) {
    return Math.toIntExact(hour - firstHour);
  }

  /** The observed part of hour {@code i} before the window, 0 to 1. */
  double past(int i) {
    return past[i];
  }

  /** The observed part of hour {@code i} in the window, 0 to 1. */
  double window(int i) {
    return window[i];
  }

  /** Place of the first hour that begins in the window; the length when none does. */
  int windowHour() {
    return windowHour;
  }

  /**
   * Place of the first hour of the local day in which hour {@code i} begins; negative when the day
   * began before the timeline.
   */
  int dayOf(int i) {
    return dayStarts[i];
  }

  /** Hours of the window, one that it cuts counted at its end only; at least 1. */
  public int windowHours() {
    return Math.max(1, length() - Math.clamp(windowHour, 0, length()));
  }

  /** Hours before the local day in which the window begins that were observed. */
  public BitSet observedDays() {
    var observed = new BitSet(length());
    for (int i = 0; i < windowDay; i++) {
      observed.set(i, past[i] > 0);
    }
    return observed;
  }

  /** Place of the first hour of the local day in which the window begins. */
  int windowDay() {
    return windowDay;
  }

  /** The local hour of the week, 0 (Monday 00:00) to 167. */
  int slot(int i) {
    return slots[i];
  }
}
