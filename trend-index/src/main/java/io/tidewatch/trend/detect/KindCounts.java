package io.tidewatch.trend.detect;

import java.util.List;

/**
 * Units of every key of one kind, by hour of a {@link Timeline}. Keys are numbered from 0; a number
 * may be without any. What a detector needs of all keys is asked for in sums, so that it need not
 * touch the hours of each. Immutable; safe from any thread.
 */
public interface KindCounts {

  /** One more than the largest number of a key. */
  int numbers();

  String key(int number);

  /** Keys with a unit before the window or in it. */
  int distinct();

  /** Units of all keys together before the window, by hour of the timeline. */
  long[] pastUnits();

  /** Units in the window by number of the key. */
  int[] windowUnits();

  /** All of one key. */
  KeyCounts counts(int number);

  /** The whole local days before the one in which the window begins, in order of time. */
  List<PastDay> pastDays();

  /**
   * A local day before the window.
   *
   * @param firstHour place of its first hour in the timeline; negative for a day that began before it
   */
  record PastDay(int firstHour, DayTable table) {}
}
