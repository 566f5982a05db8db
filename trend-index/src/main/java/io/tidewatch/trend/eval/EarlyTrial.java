package io.tidewatch.trend.eval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Early detection: at ten fixed hours of each local day a method names its best keys that have not
 * stood at the top in the day before and that it has not named in that time; the trial asks how many
 * of them reach the top within the next day, and how many hours before their peak they were named.
 * So all methods raise the same number of alarms, fewer only where a short window holds too few keys.
 */
public final class EarlyTrial {
  private static final int DAY = 24;
  private static final int FIRST = 5;
  private static final int STEP = 2;

  /** Fewest units in the last day: one document is no trend yet. */
  private static final int FLOOR = 2;

  /** A word that more documents of the four weeks before carried tells of no one story. */
  private static final int COMMON = 28;

  private static final int MEMORY = 24 * 28;

  private final CountHistory history;
  private final List<List<Climb>> climbs;
  private final Predicate<LocalDate> judged;

  /**
   * One document's way to the top, in hours of the history.
   *
   * @param top first hour at the top
   * @param lastTop last hour there
   * @param peak hour of its highest heat
   */
  public record Climb(int top, int lastTop, int peak) {}

  /** An alarm, and the lead in hours when it was right. */
  public record Alarm(int hour, String key, boolean right, int lead) {}

  /**
   * @param climbs by number of the key, the climbs of the documents that carry it
   */
  public EarlyTrial(CountHistory history, List<List<Climb>> climbs, Predicate<LocalDate> judged) {
    this.history = history;
    this.climbs = climbs.stream().map(List::copyOf).toList();
    this.judged = judged;
  }

  /** Precision and median lead at {@code perDay} alarms a day, a multiple of ten. */
  public List<Figure> figures(TrendMethod method, int window, int perDay) {
    List<Alarm> alarms = alarms(method, window, perDay);
    int[] leads =
        alarms.stream().filter(Alarm::right).mapToInt(Alarm::lead).sorted().toArray();
    return List.of(
        new Figure(
            method.name(),
            "precision at " + perDay + " alarms a day",
            alarms.isEmpty() ? 0 : (double) leads.length / alarms.size(),
            alarms.size()),
        new Figure(
            method.name(),
            "median lead at " + perDay + " alarms a day, hours",
            leads.length == 0 ? 0 : leads[leads.length / 2],
            leads.length));
  }

  /** The alarms in order of time. */
  public List<Alarm> alarms(TrendMethod method, int window, int perDay) {
    int each = perDay / ((DAY - FIRST) / STEP + 1);
    int[] named = new int[history.keys().size()];
    Arrays.fill(named, -DAY);
    var alarms = new ArrayList<Alarm>();
    for (int now = DAY; now <= history.length(); now++) {
      var local = Instant.ofEpochSecond((history.firstHour() + now) * 3600).atZone(history.zone());
      boolean due = local.getHour() >= FIRST && (local.getHour() - FIRST) % STEP == 0;
      Past past = new Past(history, now);
      if (!due || !judged.test(local.toLocalDate()) || past.observed(now - 1, now) == 0) {
        continue;
      }
      for (int key : best(method, past, window, named, each)) {
        named[key] = now;
        alarms.add(alarm(key, now));
      }
    }
    return alarms;
  }

  private List<Integer> best(TrendMethod method, Past past, int window, int[] named, int each) {
    record Candidate(int key, double score) {}
    int now = past.now();
    int[] keys = Arrays.stream(past.active(window))
        .filter(key -> now - named[key] >= DAY
            && past.count(key, now - DAY, now) >= FLOOR
            && past.count(key, now - DAY - MEMORY, now - DAY) <= COMMON
            && climbs.get(key).stream().noneMatch(c -> c.top() < now && c.lastTop() >= now - DAY))
        .toArray();
    TrendMethod.Scores scores = method.at(past, window, keys);
    return Arrays.stream(keys)
        .mapToObj(key -> new Candidate(key, scores.of(key)))
        .sorted(Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(c -> (history.keys().get(c.key()).hashCode() + now) * 0x9E3779B9))
        .limit(each)
        .map(Candidate::key)
        .toList();
  }

  private Alarm alarm(int key, int now) {
    String name = history.keys().get(key);
    return climbs.get(key).stream()
        .filter(c -> c.top() >= now && c.top() < now + DAY)
        .min(Comparator.comparingInt(Climb::top))
        .map(c -> new Alarm(now, name, true, c.peak() - now))
        .orElse(new Alarm(now, name, false, 0));
  }
}
