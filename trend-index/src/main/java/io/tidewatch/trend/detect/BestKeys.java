package io.tidewatch.trend.detect;

import io.tidewatch.trend.detect.KindCounts.PastDay;
import io.tidewatch.trend.detect.RisingDetector.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The keys that score best, found without scoring all: the score falls as the decayed sum A grows,
 * and a lower bound of A needs one addition a key and day, since an hour with units enters A with
 * one at least. The most promising keys are scored first; of the others only those whose bound lies
 * below the A at which their count would just score as high as the worst of the best so far. After
 * the maximum-score pruning of top-k retrieval [Turtle and Flood: Query evaluation, 1995]. For one
 * thread.
 */
final class BestKeys {
  private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(
          (Scored s) -> s.value())
      .reversed()
      .thenComparing(s -> s.counts().key());

  /** Keys scored before any is passed over, for one that is asked for. */
  private static final int FIRST = 4;

  private final KindCounts counts;
  private final RatePast past;
  private final double inverseK;
  private final double exposure;
  private final int limit;
  private final PriorityQueue<Scored> best;

  BestKeys(KindCounts counts, RatePast past, double inverseK, int limit) {
    this.counts = counts;
    this.past = past;
    this.inverseK = inverseK;
    this.exposure = past.windowExposure();
    this.limit = limit;
    this.best = new PriorityQueue<>(BEST_FIRST.reversed());
  }

  /** Takes a scored key in, if it is one of the best. Only positive scores are. */
  void offer(Scored scored) {
    if (scored.value() > 0) {
      best.add(scored);
      if (best.size() > limit) {
        best.remove();
      }
    }
  }

  /**
   * Takes in the best of these keys, which belong to no category.
   *
   * @param units in the window, by number
   * @param candidates numbers
   */
  void offer(int[] units, List<Integer> candidates) {
    if (candidates.size() <= FIRST * limit) {
      candidates.forEach(number -> offer(score(number)));
      return;
    }
    double[] atLeast = new double[counts.numbers()];
    double[] about = new double[counts.numbers()];
    sums(atLeast, about);
    List<Integer> promising = promising(units, candidates, about);
    promising.forEach(number -> offer(score(number)));
    var scoredFirst = new HashSet<>(promising);
    var limits = new Limits();
    for (int number : candidates) {
      if (!scoredFirst.contains(number) && limits.mayEnter(units[number], atLeast[number])) {
        offer(score(number));
      }
    }
  }

  /** Best first, ties by key. */
  List<Scored> found() {
    var found = new ArrayList<>(best);
    found.sort(BEST_FIRST);
    return found;
  }

  private Scored score(int number) {
    KeyCounts key = counts.counts(number);
    return new Scored(
        key,
        new RisingScore(
            key.windowCount(), exposure, GammaPoisson.of(key, past, inverseK), inverseK, 1));
  }

  /** What A of each key is at least, and what it is where no hour is cut. */
  private void sums(double[] atLeast, double[] about) {
    double decay = past.decay();
    for (PastDay day : counts.pastDays()) {
      DayTable table = day.table();
      double weight = decay * past.growthAfter(Math.max(0, day.firstHour()));
      for (int i = 0; i < table.size(); i++) {
        int key = table.key(i);
        atLeast[key] += table.entries(i) * weight;
        about[key] += table.units(i) * weight;
      }
    }
    for (int key = 0; key < atLeast.length; key++) {
      // a little less, for what rounding may have added
      atLeast[key] = atLeast[key] * (1 - 1e-9) + past.priorSum();
      about[key] += past.priorSum();
    }
  }

  /** By standard deviations above the mean. */
  private List<Integer> promising(int[] units, List<Integer> candidates, double[] about) {
    record Promise(int number, double value) {}
    var kept = new PriorityQueue<Promise>(
        Comparator.comparingDouble(Promise::value).thenComparingInt(Promise::number));
    for (int number : candidates) {
      Expectation e = Expectation.news(exposure, state(about[number]), inverseK, 1);
      double value = (units[number] - e.mean()) / Math.sqrt(e.variance());
      if (kept.size() < FIRST * limit || value > kept.element().value) {
        kept.add(new Promise(number, value));
        if (kept.size() > FIRST * limit) {
          kept.remove();
        }
      }
    }
    return kept.stream().map(Promise::number).toList();
  }

  private GammaPoisson state(double sum) {
    return new GammaPoisson(sum, past.exposure() + RatePast.PRIOR_EXPOSURE);
  }

  /** The largest A, by the number of units, with which a key still enters. */
  private final class Limits {
    private static final int HALVINGS = 40;
    private static final int KNOWN = 4096;

    private final double bar = best.size() < limit ? 0 : best.element().value();
    private final double[] known = new double[KNOWN];

    boolean mayEnter(int units, double atLeast) {
      if (units >= KNOWN) {
        return score(units, atLeast) >= bar;
      }
      if (known[units] == 0) {
        known[units] = limit(units);
      }
      return atLeast <= known[units];
    }

    private double limit(int units) {
      double low = past.priorSum();
      if (score(units, low) < bar) {
        return Double.MIN_VALUE;
      }
      double high = low * 2;
      while (score(units, high) >= bar) {
        low = high;
        high *= 2;
      }
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (score(units, middle) >= bar) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }

    private double score(int units, double sum) {
      return new RisingScore(units, exposure, state(sum), inverseK, 1).score();
    }
  }
}
