package io.tidewatch.trend.detect;

import java.util.List;

/**
 * What all keys of one kind have in common: when in the week they are spoken of, how often a key is
 * on average, and how much more than chance their counts vary. Learned from the part of the counts
 * before the window. Immutable.
 *
 * @param profile f
 * @param meanRate units a key and hour of average activity, positive
 * @param inverseK 1/k
 */
public record KindHabit(HourOfWeekProfile profile, double meanRate, double inverseK) {

  /** Learns from every key of the kind. */
  public static KindHabit learn(List<KeyCounts> keys, Timeline timeline) {
    HourOfWeekProfile profile = profile(keys, timeline);
    double meanRate = meanRate(keys, timeline, profile);
    return new KindHabit(
        profile, meanRate, Dispersion.inverseK(keys, new RatePast(timeline, profile, meanRate)));
  }

  RatePast past(Timeline timeline) {
    return new RatePast(timeline, profile, meanRate);
  }

  private static HourOfWeekProfile profile(List<KeyCounts> keys, Timeline time) {
    double[] counts = new double[HourOfWeekProfile.SLOTS];
    double[] hours = new double[HourOfWeekProfile.SLOTS];
    for (int i = 0; i < time.length(); i++) {
      hours[time.slot(i)] += time.past(i);
    }
    for (KeyCounts key : keys) {
      for (int e = 0; e < key.pastSize(); e++) {
        counts[time.slot(key.hour(e))] += key.count(e);
      }
    }
    return HourOfWeekProfile.of(counts, hours);
  }

  /** The kind's mean rate before the window; without any past, its mean in the window. */
  private static double meanRate(List<KeyCounts> keys, Timeline time, HourOfWeekProfile profile) {
    double pastUnits = 0;
    double windowUnits = 0;
    for (KeyCounts key : keys) {
      pastUnits += key.pastCount();
      windowUnits += key.windowCount();
    }
    double pastExposure = 0;
    double windowExposure = 0;
    for (int i = 0; i < time.length(); i++) {
      pastExposure += time.past(i) * profile.at(time.slot(i));
      windowExposure += time.window(i) * profile.at(time.slot(i));
    }
    boolean known = pastExposure > 0;
    // half a unit more, so that a kind nobody spoke of yet has a positive rate
    return ((known ? pastUnits : windowUnits) + 0.5)
        / Math.max(1, keys.size())
        / Math.max(1, known ? pastExposure : windowExposure);
  }
}
