package io.tidewatch.trend.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live Gamma–Poisson detector (FORMULAS §3) over all keys of one kind and one counting unit. It
 * sees only counts, so every engine gives the same answer. Immutable; safe from any thread.
 */
public final class RisingDetector {
  /** Windows that a stage is judged by, the present one included. */
  private static final int STAGE_STEPS = 8;

  private final KindCounts counts;
  private final RatePast past;
  private final double inverseK;

  /** A key with its score. */
  public record Scored(KeyCounts counts, RisingScore score, double value) {

    Scored(KeyCounts counts, RisingScore score) {
      this(counts, score, score.score());
    }
  }

  /** Learns profile, prior and dispersion from the part of {@code counts} before the window. */
  public RisingDetector(KindCounts counts, Timeline timeline) {
    this(counts, timeline, KindHabit.learn(counts, timeline));
  }

  /** Scores some keys of a kind with what was learned of all of them. */
  public RisingDetector(KindCounts counts, Timeline timeline, KindHabit habit) {
    this.counts = counts;
    this.past = habit.past(timeline);
    this.inverseK = habit.inverseK();
  }

  /**
   * Scores every key, in order of number; {@code categoryOf} gives null for a key outside any
   * category.
   */
  public List<Scored> score(Function<String, @Nullable String> categoryOf) {
    var volumes = new CategoryVolumes();
    double exposure = past.windowExposure();
    var judged = new ArrayList<Judged>();
    for (int number = 0; number < counts.numbers(); number++) {
      KeyCounts key = counts.counts(number);
      judged.add(judge(key, categoryOf.apply(key.key()), exposure, volumes));
    }
    return judged.stream().map(j -> scored(j, exposure, volumes)).toList();
  }

  /**
   * The keys with positive scores and at least {@code floor} units in the window, best first, ties
   * by key. The others count for their category only, and those outside any cost next to nothing.
   *
   * @param limit keys at most, at least 1
   * @param floor at least 1
   * @param categoryOf null when no key has a category
   */
  public List<Scored> best(
      int limit, long floor, @Nullable Function<String, @Nullable String> categoryOf) {
    double exposure = past.windowExposure();
    if (exposure <= 0) {
      return List.of();
    }
    var best = new BestKeys(counts, past, inverseK, limit);
    int[] units = counts.windowUnits();
    var volumes = new CategoryVolumes();
    var judged = new ArrayList<Judged>();
    var alone = new ArrayList<Integer>();
    for (int number = 0; number < units.length; number++) {
      String category = categoryOf == null ? null : categoryOf.apply(counts.key(number));
      if (category != null) {
        KeyCounts key = counts.counts(number);
        if (key.size() > 0) {
          judged.add(judge(key, category, exposure, volumes));
        }
      } else if (units[number] >= floor) {
        alone.add(number);
      }
    }
    for (Judged each : judged) {
      if (each.key().windowCount() >= floor) {
        best.offer(scored(each, exposure, volumes));
      }
    }
    best.offer(units, alone);
    return best.found();
  }

  private Judged judge(
      KeyCounts key, @Nullable String category, double exposure, CategoryVolumes volumes) {
    GammaPoisson state = GammaPoisson.of(key, past, inverseK);
    if (category != null) {
      volumes.add(category, key.windowCount(), exposure * state.rate());
    }
    return new Judged(key, state, category);
  }

  private Scored scored(Judged each, double exposure, CategoryVolumes volumes) {
    long n = each.key().windowCount();
    double g = volumes.factor(each.category(), n, exposure * each.state().rate());
    return new Scored(each.key(), new RisingScore(n, exposure, each.state(), inverseK, g));
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

  private int windowHours() {
    Timeline time = past.timeline();
    int first = 0;
    while (first < time.length() - 1 && time.window(first) == 0) {
      first++;
    }
    return time.length() - first;
  }

  private record Judged(
      KeyCounts key, GammaPoisson state, @Nullable String category) {}
}
