package io.tidewatch.trend.detect;

import io.tidewatch.trend.detect.KindCounts.PastDay;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What all keys of one kind have in common: when in the week they are spoken of, how often a key is
 * on average, and how much more than chance their counts vary. Learned from the whole local days
 * before the one in which the window begins, so that it holds for all windows that begin on that day;
 * without any, from what there is before the window. Immutable.
 *
 * @param profile f
 * @param meanRate units a key and hour of average activity, positive
 * @param inverseK 1/k
 */
public record KindHabit(HourOfWeekProfile profile, double meanRate, double inverseK) {

  /** Learns from every key of the kind. */
  public static KindHabit learn(KindCounts counts, Timeline timeline) {
    boolean days = observed(timeline, timeline.windowDay());
    int end = days ? timeline.windowDay() : timeline.length();
    long[] units = days ? ofDays(counts, timeline) : counts.pastUnits();
    HourOfWeekProfile profile = profile(units, end, timeline);
    double exposure = 0;
    for (int i = 0; i < end; i++) {
      exposure += timeline.past(i) * profile.at(timeline.slot(i));
    }
    double meanRate = exposure > 0
        ? rate(Arrays.stream(units).sum(), days ? keysOfDays(counts) : counts.distinct(), exposure)
        : inWindow(counts, timeline, profile);
    return new KindHabit(
        profile, meanRate, Dispersion.inverseK(counts, new RatePast(timeline, profile, meanRate)));
  }

  RatePast past(Timeline timeline) {
    return new RatePast(timeline, profile, meanRate);
  }

  private static boolean observed(Timeline time, int end) {
    for (int i = 0; i < end; i++) {
      if (time.past(i) > 0) {
        return true;
      }
    }
    return false;
  }

  private static long[] ofDays(KindCounts counts, Timeline time) {
    long[] units = new long[time.length()];
    for (PastDay day : counts.pastDays()) {
      for (int hour = 0; hour < day.table().hours(); hour++) {
        units[Math.max(0, day.firstHour() + hour)] += day.table().hourUnits(hour);
      }
    }
    return units;
  }

  private static int keysOfDays(KindCounts counts) {
    var keys = new BitSet(counts.numbers());
    for (PastDay day : counts.pastDays()) {
      for (int i = 0; i < day.table().size(); i++) {
        keys.set(day.table().key(i));
      }
    }
    return keys.cardinality();
  }

  private static HourOfWeekProfile profile(long[] units, int end, Timeline time) {
    double[] counts = new double[HourOfWeekProfile.SLOTS];
    double[] hours = new double[HourOfWeekProfile.SLOTS];
    for (int i = 0; i < end; i++) {
      hours[time.slot(i)] += time.past(i);
      counts[time.slot(i)] += units[i];
    }
    return HourOfWeekProfile.of(counts, hours);
  }

  /** For a kind without any past, its mean in the window. */
  private static double inWindow(KindCounts counts, Timeline time, HourOfWeekProfile profile) {
    double exposure = 0;
    for (int i = 0; i < time.length(); i++) {
      exposure += time.window(i) * profile.at(time.slot(i));
    }
    return rate(
        Arrays.stream(counts.windowUnits()).asLongStream().sum(), counts.distinct(), exposure);
  }

  private static double rate(long units, int keys, double exposure) {
    // half a unit more, so that a kind nobody spoke of yet has a positive rate
    return (units + 0.5) / Math.max(1, keys) / Math.max(1, exposure);
  }
}
