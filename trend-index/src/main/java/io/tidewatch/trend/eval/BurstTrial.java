package io.tidewatch.trend.eval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Bursts of known start and size put into a real background, one at a time. Each method gets the
 * threshold at which the untouched background raises the same number of false alarms per 1,000 keys
 * a day; the trial asks which bursts it then finds within a day and how late. A key raises at most
 * one alarm a local day.
 */
public final class BurstTrial {
  private static final int DAY = 24;
  private static final int SPREAD = 12;
  private static final int MEMORY = 24 * 28;

  private final CountHistory history;
  private final int universe;
  private final Predicate<LocalDate> judged;
  private final BiPredicate<String, LocalDate> excused;

  /** How often a key was spoken of in the four weeks before. */
  public enum Rate {
    /** Not at all. */
    SILENT("new", 0),
    /** At most once in ten days. */
    RARE("rare", 1),
    /** Less than once in two days. */
    OCCASIONAL("occasional", 2),
    /** More often. */
    FREQUENT("frequent", 3);

    private final String label;
    private final int seed;

    Rate(String label, int seed) {
      this.label = label;
      this.seed = seed;
    }

    static Rate of(double perDay) {
      return perDay == 0 ? SILENT : perDay <= 0.1 ? RARE : perDay < 0.5 ? OCCASIONAL : FREQUENT;
    }
  }

  /** A burst: {@code hours} of its units, sorted. */
  private record Burst(int key, int start, List<Integer> hours) {}

  /**
   * @param universe number of keys that could be spoken of, silent ones included
   * @param judged days to run on
   * @param excused days of a key whose alarms are no false ones, because something happened
   */
  public BurstTrial(
      CountHistory history,
      int universe,
      Predicate<LocalDate> judged,
      BiPredicate<String, LocalDate> excused) {
    this.history = history;
    this.universe = universe;
    this.judged = judged;
    this.excused = excused;
  }

  /**
   * Runs {@code perCell} bursts of each size and base rate.
   *
   * @param falseAlarms per 1,000 keys a day
   */
  public List<Figure> figures(
      TrendMethod method, int window, double falseAlarms, int[] sizes, int perCell, long seed) {
    double threshold = threshold(method, window, falseAlarms);
    var figures = new ArrayList<Figure>();
    int found = 0;
    int all = 0;
    var delays = new ArrayList<Integer>();
    for (Rate rate : Rate.values()) {
      int foundHere = 0;
      int here = 0;
      for (int size : sizes) {
        for (Burst burst : bursts(rate, size, perCell, seed)) {
          here++;
          int delay = delay(method, window, threshold, burst);
          if (delay > 0) {
            foundHere++;
            delays.add(delay);
          }
        }
      }
      figures.add(new Figure(
          method.name(),
          "recall of bursts, " + rate.label + " keys",
          share(foundHere, here),
          here));
      found += foundHere;
      all += here;
    }
    double recall = share(found, all);
    figures.add(new Figure(method.name(), "recall of bursts", recall, all));
    figures.add(new Figure(
        method.name(),
        "precision at one burst per 1,000 keys a day",
        recall + falseAlarms > 0 ? recall / (recall + falseAlarms) : 0,
        all));
    int[] sorted = delays.stream().mapToInt(Integer::intValue).sorted().toArray();
    figures.add(new Figure(
        method.name(),
        "median delay, hours",
        sorted.length == 0 ? 0 : sorted[sorted.length / 2],
        sorted.length));
    return figures;
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }

  /** The least threshold with at most that many false alarms on the untouched background. */
  private double threshold(TrendMethod method, int window, double falseAlarms) {
    var loudest = new java.util.HashMap<Long, Double>();
    int days = 0;
    LocalDate last = LocalDate.MIN;
    for (int now = MEMORY; now <= history.length(); now++) {
      LocalDate day = day(now - 1);
      Past past = new Past(history, now);
      if (!judged.test(day) || past.observed(now - 1, now) == 0) {
        continue;
      }
      if (!day.equals(last)) {
        days++;
        last = day;
      }
      int[] keys = past.active(window);
      TrendMethod.Scores scores = method.at(past, window, keys);
      for (int key : keys) {
        if (!excused.test(history.keys().get(key), day)) {
          loudest.merge(day.toEpochDay() * history.keys().size() + key, scores.of(key), Math::max);
        }
      }
    }
    double[] sorted =
        loudest.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int allowed = (int) (falseAlarms * universe / 1000 * days);
    return allowed >= sorted.length ? 0 : sorted[sorted.length - 1 - allowed];
  }

  private int delay(TrendMethod method, int window, double threshold, Burst burst) {
    CountHistory louder = history.with(burst.key(), burst.hours());
    for (int now = burst.start() + 1; now <= burst.start() + DAY; now++) {
      Past past = new Past(louder, now);
      if (past.observed(now - 1, now) > 0
          && past.count(burst.key(), now - window, now) > 0
          && method.at(past, window, new int[] {burst.key()}).of(burst.key()) > threshold) {
        return now - burst.start();
      }
    }
    return 0;
  }

  private List<Burst> bursts(Rate rate, int size, int count, long seed) {
    Random random = new Random(seed + 31L * size + rate.seed);
    var bursts = new ArrayList<Burst>();
    for (int tries = 0; bursts.size() < count && tries < 100_000; tries++) {
      int key = random.nextInt(history.keys().size());
      int start = MEMORY + random.nextInt(Math.max(1, history.length() - MEMORY - DAY));
      double perDay = (double) history.count(key, start - MEMORY, start)
          / Math.max(1, history.observed(start - MEMORY, start))
          * DAY;
      if (judged.test(day(start))
          && judged.test(day(start + DAY))
          && history.observed(start, start + 1) == 1
          && history.observed(start, start + SPREAD) >= SPREAD / 2
          && Rate.of(perDay) == rate
          && !excused.test(history.keys().get(key), day(start))
          && !excused.test(history.keys().get(key), day(start + DAY))) {
        List<Integer> hours = IntStream.concat(
                IntStream.of(start),
                random
                    .ints(start, start + SPREAD)
                    .filter(h -> history.observed(h, h + 1) == 1)
                    .limit(size - 1L))
            .sorted()
            .boxed()
            .toList();
        bursts.add(new Burst(key, start, hours));
      }
    }
    return bursts;
  }

  private LocalDate day(int hour) {
    return Instant.ofEpochSecond((history.firstHour() + hour) * 3600)
        .atZone(history.zone())
        .toLocalDate();
  }
}
