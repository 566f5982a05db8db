package io.tidewatch.trend.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live Gamma–Poisson detector (FORMULAS §3) over all keys of one kind and one counting unit. It
 * sees only counts, so every engine gives the same answer. Immutable; safe from any thread.
 */
public final class RisingDetector {
  /** Windows that a stage is judged by, the present one included. */
  private static final int STAGE_STEPS = 8;

  private static final int DAY = 24;
  private static final int SHIFT_DAYS = 112;
  private static final int CLIMB_DAYS = 56;

  private final List<KeyCounts> keys;
  private final RatePast past;
  private final double inverseK;

  /** A key with its score. */
  public record Scored(KeyCounts counts, RisingScore score) {}

  /** Learns profile, prior and dispersion from the part of {@code keys} before the window. */
  public RisingDetector(List<KeyCounts> keys, Timeline timeline) {
    this(keys, timeline, KindHabit.learn(keys, timeline));
  }

  /** Scores some keys of a kind with what was learned of all of them. */
  public RisingDetector(List<KeyCounts> keys, Timeline timeline, KindHabit habit) {
    this.keys = List.copyOf(keys);
    this.past = habit.past(timeline);
    this.inverseK = habit.inverseK();
  }

  /** Scores every key; {@code categoryOf} gives null for a key outside any category. */
  public List<Scored> score(Function<String, @Nullable String> categoryOf) {
    return score(categoryOf, 0);
  }

  /**
   * Scores the keys with at least {@code floor} units in the window, in their order. The others
   * count for their category only, and those outside any cost nothing.
   */
  public List<Scored> score(Function<String, @Nullable String> categoryOf, long floor) {
    double exposure = past.windowExposure();
    var judged = new ArrayList<Judged>();
    var volume = new HashMap<String, Volume>();
    for (KeyCounts key : keys) {
      String category = categoryOf.apply(key.key());
      if (category == null && key.windowCount() < floor) {
        continue;
      }
      GammaPoisson state = GammaPoisson.of(key, past, inverseK);
      if (category != null) {
        volume
            .computeIfAbsent(category, c -> new Volume())
            .add((double) key.windowCount(), exposure * state.rate());
      }
      if (key.windowCount() >= floor) {
        judged.add(new Judged(key, state, category));
      }
    }
    var scored = new ArrayList<Scored>(judged.size());
    for (Judged each : judged) {
      KeyCounts key = each.key();
      double g = factor(each.category(), volume, key, exposure * each.state().rate());
      scored.add(
          new Scored(key, new RisingScore(key.windowCount(), exposure, each.state(), inverseK, g)));
    }
    return scored;
  }

  /** {@code emerging}, {@code rising}, {@code peak} or {@code fading}, in steps of one window. */
  public String stage(Scored key) {
    int windowHours = windowHours();
    Steps steps = Steps.of(key, past, windowHours, STAGE_STEPS);
    Steps hours = Steps.of(key, past, 1, Math.ceilDiv(windowHours, 4));
    return StageReading.of(
            steps.counts(),
            steps.expected(),
            Arrays.stream(hours.counts()).sum(),
            Arrays.stream(hours.expected()).sum())
        .stage()
        .label();
  }

  /** When a key was louder than its base rate, in order of time, dated by steps of hours. */
  public List<BurstInterval> bursts(Scored key, int stepHours) {
    Steps steps = Steps.of(key, past, stepHours, Integer.MAX_VALUE);
    return KleinbergBursts.of(steps.counts(), steps.expected()).stream()
        .map(b -> new BurstInterval(steps.start(b.start()), steps.start(b.end()), b.weight()))
        .toList();
  }

  /** What can be said of a key that was not counted before the window; empty for any other. */
  public Optional<NewKey> newKey(Scored key) {
    KeyCounts own = key.counts();
    if (own.pastCount() > 0 || own.windowCount() == 0) {
      return Optional.empty();
    }
    double silence = 0;
    for (int i = 0; i < past.timeline().length(); i++) {
      silence += past.past(i);
    }
    return Optional.of(new NewKey(
        own.windowCount(),
        past.windowExposure(),
        silence,
        past.timeline().start() / Timeline.HOUR + own.hour(0)));
  }

  /** The new level that a key has settled at, dated by days of 24 hours before the window's end. */
  public Optional<LevelShift> levelShift(Scored key) {
    Steps days = Steps.of(key, past, DAY, SHIFT_DAYS);
    return LevelShift.of(days.counts(), days.expected());
  }

  /** The slope of a key over the last weeks, rhythm and gaps taken out. */
  public Optional<SlowClimb> slowClimb(Scored key) {
    Steps days = Steps.of(key, past, DAY, CLIMB_DAYS);
    return SlowClimb.of(days.counts(), days.expected());
  }

  private int windowHours() {
    Timeline time = past.timeline();
    int first = 0;
    while (first < time.length() - 1 && time.window(first) == 0) {
      first++;
    }
    return time.length() - first;
  }

  private static double factor(
      @Nullable String category, Map<String, Volume> volume, KeyCounts key, double expected) {
    Volume all = category == null ? null : volume.get(category);
    return all == null
        ? 1
        : new CalendarFactor(all.units - key.windowCount(), Math.max(0, all.expected - expected))
            .factor();
  }

  private record Judged(
      KeyCounts key, GammaPoisson state, @Nullable String category) {}

  private static final class Volume {
    private double units;
    private double expected;

    private void add(double moreUnits, double moreExpected) {
      units += moreUnits;
      expected += moreExpected;
    }
  }
}
