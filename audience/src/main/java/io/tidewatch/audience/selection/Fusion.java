package io.tidewatch.audience.selection;

import io.tidewatch.audience.metric.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Joins a daily and a holiday model: (1 − w)·daily + w·holiday, on log-odds or on ranks. Weight and
 * scale are those with the best PredictTA on a time before the one they are used for; of equally
 * good ones that with the better average precision, then the smaller weight.
 *
 * @param holidayWeight w, 0 to 1
 * @param scale what is added up
 * @param trials everything that was tried, in order
 */
public record Fusion(double holidayWeight, Scale scale, List<Trial> trials) {
  private static final int STEPS = 20;

  /** What is added up. */
  public enum Scale {
    /** ln(p / (1 − p)) of scores between 0 and 1. */
    LOG_ODDS,
    /** The share of users with a lower score, equal ones counting half. */
    RANK
  }

  /** Checks the range and copies the list. */
  public Fusion {
    if (!(holidayWeight >= 0 && holidayWeight <= 1)) {
      throw new IllegalArgumentException("holidayWeight: 0 to 1 is required, got " + holidayWeight);
    }
    trials = List.copyOf(trials);
  }

  /**
   * Picks weight and scale on a tuning time.
   *
   * @param daily probabilities of the daily model, one a user of the universe
   * @param holiday likewise
   * @param target who entered the target afterwards
   * @param share at which PredictTA decides
   * @throws IllegalArgumentException when lengths differ or a score is not between 0 and 1
   */
  public static Fusion pick(double[] daily, double[] holiday, boolean[] target, double share) {
    require(daily, holiday);
    var trials = new ArrayList<Trial>();
    Fusion chosen = new Fusion(0, Scale.LOG_ODDS, List.of());
    Trial best = null;
    for (int step = 0; step <= STEPS; step++) {
      for (Scale scale : Scale.values()) {
        Fusion fusion = new Fusion((double) step / STEPS, scale, List.of());
        String name = String.format(
            Locale.ROOT,
            "%.2f holiday, %s",
            fusion.holidayWeight,
            scale == Scale.RANK ? "ranks" : "log-odds");
        Trial trial = Tuning.trial(name, Ranking.of(fusion.fuse(daily, holiday), target), share);
        trials.add(trial);
        if (best == null || Tuning.better(trial, best)) {
          best = trial;
          chosen = fusion;
        }
      }
    }
    return new Fusion(chosen.holidayWeight, chosen.scale, trials);
  }

  /**
   * Joined scores, the more the better; their scale is that of the fusion.
   *
   * @throws IllegalArgumentException when lengths differ or a score is not between 0 and 1
   */
  public double[] fuse(double[] daily, double[] holiday) {
    require(daily, holiday);
    double[] a = scaled(daily);
    double[] b = scaled(holiday);
    for (int i = 0; i < a.length; i++) {
      a[i] = (1 - holidayWeight) * a[i] + holidayWeight * b[i];
    }
    return a;
  }

  private double[] scaled(double[] scores) {
    return switch (scale) {
      case LOG_ODDS -> Arrays.stream(scores).map(Logistic::logit).toArray();
      case RANK -> ranks(scores);
    };
  }

  private static double[] ranks(double[] scores) {
    int[] order = IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[a], scores[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] ranks = new double[scores.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to) / 2.0 / order.length;
      }
      from = to;
    }
    return ranks;
  }

  private static void require(double[] daily, double[] holiday) {
    if (daily.length != holiday.length) {
      throw new IllegalArgumentException("holiday: as many scores as daily ones are required, got "
          + holiday.length + " for " + daily.length);
    }
    for (double[] scores : new double[][] {daily, holiday}) {
      for (double score : scores) {
        if (!(score >= 0 && score <= 1)) {
          throw new IllegalArgumentException("scores: 0 to 1 is required, got " + score);
        }
      }
    }
  }
}
