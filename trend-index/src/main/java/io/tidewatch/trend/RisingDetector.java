package io.tidewatch.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live Gamma–Poisson detector (FORMULAS §3) over all keys of one kind and one counting unit. It
 * sees only counts, so every engine gives the same answer. Immutable; safe from any thread.
 */
public final class RisingDetector {
  /** Hours that a stage is judged by, at least; longer windows are judged by days. */
  private static final int STAGE_HOURS = 168;

  private final List<KeyCounts> keys;
  private final RatePast past;
  private final double inverseK;

  /** A key with its score. */
  public record Scored(KeyCounts counts, RisingScore score) {}

  /** Learns profile, prior and dispersion from the part of {@code keys} before the window. */
  public RisingDetector(List<KeyCounts> keys, Timeline timeline) {
    this.keys = List.copyOf(keys);
    HourOfWeekProfile profile = profile(this.keys, timeline);
    this.past = new RatePast(timeline, profile, meanRate(this.keys, timeline, profile));
    this.inverseK = Dispersion.inverseK(this.keys, past);
  }

  /** Scores every key; {@code categoryOf} gives null for a key outside any category. */
  public List<Scored> score(Function<String, @Nullable String> categoryOf) {
    double exposure = past.windowExposure();
    var states = new ArrayList<GammaPoisson>(keys.size());
    var volume = new HashMap<String, Volume>();
    for (KeyCounts key : keys) {
      GammaPoisson state = GammaPoisson.of(key, past, inverseK);
      states.add(state);
      String category = categoryOf.apply(key.key());
      if (category != null) {
        volume
            .computeIfAbsent(category, c -> new Volume())
            .add((double) key.windowCount(), exposure * state.rate());
      }
    }
    var scored = new ArrayList<Scored>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      KeyCounts key = keys.get(i);
      GammaPoisson state = states.get(i);
      double g = factor(categoryOf.apply(key.key()), volume, key, exposure * state.rate());
      scored.add(new Scored(key, new RisingScore(key.windowCount(), exposure, state, inverseK, g)));
    }
    return scored;
  }

  /** {@code emerging}, {@code rising}, {@code peak} or {@code fading}. */
  public String stage(Scored key) {
    Timeline time = past.timeline();
    int windowHours = 0;
    for (int i = 0; i < time.length(); i++) {
      windowHours += past.window(i) > 0 ? 1 : 0;
    }
    int step = windowHours > STAGE_HOURS ? 24 : 1;
    int steps =
        Math.min(Math.ceilDiv(time.length(), step), Math.max(STAGE_HOURS, 2 * windowHours) / step);
    double[] counts = new double[steps];
    double[] expected = new double[steps];
    double rate = key.score().state().rate();
    for (int i = 0; i < time.length(); i++) {
      int at = steps - 1 - (time.length() - 1 - i) / step;
      if (at >= 0) {
        expected[at] += rate * (past.past(i) + past.window(i));
      }
    }
    KeyCounts own = key.counts();
    for (int e = 0; e < own.size(); e++) {
      int at = steps - 1 - (time.length() - 1 - own.hour(e)) / step;
      if (at >= 0) {
        counts[at] += own.count(e);
      }
    }
    return Stage.of(counts, expected, Math.max(1, windowHours / step)).label();
  }

  private static double factor(
      @Nullable String category, Map<String, Volume> volume, KeyCounts key, double expected) {
    Volume all = category == null ? null : volume.get(category);
    return all == null
        ? 1
        : CalendarFactor.of(all.units - key.windowCount(), Math.max(0, all.expected - expected));
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

  private static final class Volume {
    private double units;
    private double expected;

    private void add(double moreUnits, double moreExpected) {
      units += moreUnits;
      expected += moreExpected;
    }
  }
}
