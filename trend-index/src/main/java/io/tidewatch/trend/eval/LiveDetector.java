package io.tidewatch.trend.eval;

import io.tidewatch.trend.detect.KeyCounts;
import io.tidewatch.trend.detect.KindCounts;
import io.tidewatch.trend.detect.KindHabit;
import io.tidewatch.trend.detect.ListedCounts;
import io.tidewatch.trend.detect.RisingDetector;
import io.tidewatch.trend.detect.RisingDetector.Scored;
import io.tidewatch.trend.detect.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live detector as the product runs it. What all keys share (profile, prior, dispersion) is
 * learned again at most once in {@code learnEvery} hours, from the counts up to then. Not safe from
 * several threads.
 */
public final class LiveDetector implements TrendMethod {
  private static final int PAST_HOURS = 24 * 112;

  private final Function<String, @Nullable String> categoryOf;
  private final int learnEvery;
  private @Nullable Learned learned;

  /** {@code categoryOf} gives the calendar's category of a key, null for none. */
  public LiveDetector(Function<String, @Nullable String> categoryOf, int learnEvery) {
    this.categoryOf = categoryOf;
    this.learnEvery = learnEvery;
  }

  private record Learned(CountHistory history, int window, int at, KindHabit habit) {}

  @Override
  public String name() {
    return "tidewatch";
  }

  @Override
  public int earlyWindow() {
    return 12;
  }

  @Override
  public Scores at(Past past, int window, int[] keys) {
    int start = past.now() - window;
    int from = Math.max(0, start - PAST_HOURS);
    CountHistory history = past.history();
    long micros = (history.firstHour() + from) * Timeline.HOUR;
    Timeline timeline = new Timeline(
        micros,
        micros + Math.max(0, start - from) * Timeline.HOUR,
        micros + (past.now() - from) * Timeline.HOUR,
        history.zone(),
        hour -> {
          int h = Math.toIntExact(hour - history.firstHour());
          return past.observed(h, h + 1) > 0;
        });
    KindHabit habit = habit(past, window, from, timeline);
    KindCounts counts = counts(past, from, start, needed(past, keys), timeline);
    Map<String, Double> scores = new HashMap<>();
    for (Scored s : new RisingDetector(counts, timeline, habit).score(categoryOf)) {
      scores.put(s.counts().key(), s.value());
    }
    return key -> scores.getOrDefault(history.keys().get(key), 0.0);
  }

  /** Keys to score: those asked for, and with categories all that were seen lately. */
  private int[] needed(Past past, int[] keys) {
    boolean categories = past.history().keys().stream().anyMatch(k -> categoryOf.apply(k) != null);
    return categories ? past.active(PAST_HOURS) : keys;
  }

  private KindHabit habit(Past past, int window, int from, Timeline timeline) {
    Learned known = learned;
    if (known != null
        && known.history.keys().equals(past.history().keys())
        && known.window == window
        && past.now() >= known.at
        && past.now() - known.at < learnEvery) {
      return known.habit;
    }
    int start = past.now() - window;
    KindHabit habit = KindHabit.learn(
        counts(past, from, start, past.active(past.now() - from), timeline), timeline);
    learned = new Learned(past.history(), window, past.now(), habit);
    return habit;
  }

  private static KindCounts counts(
      Past past, int from, int start, int[] needed, Timeline timeline) {
    CountHistory history = past.history();
    var keys = new ArrayList<KeyCounts>(needed.length);
    for (int key : needed) {
      int[] hours = history.hours(key);
      int[] counts = history.counts(key);
      KeyCounts own = new KeyCounts(history.keys().get(key));
      for (int e = past.entryFrom(key, from); e < hours.length && hours[e] < past.now(); e++) {
        own.add(hours[e] - from, counts[e], hours[e] >= start);
      }
      keys.add(own);
    }
    return new ListedCounts(keys, timeline);
  }
}
