package io.tidewatch.audience.selection;

import io.tidewatch.audience.metric.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Joins a daily and a holiday model: (1 − w)·daily + w·holiday, on log-odds or on ranks. The weight
 * is the smallest whose PredictTA, on a time before the one it is used for, is within one standard
 * error of the best, so that the holiday model must earn its part; of the two scales of that weight
 * the better one. As good as each other are those with the same average precision too; then the one
 * that was tried first stands.
 *
 * <p>L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees (1984), 3.4.3,
 * on the one standard error rule.
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
    var fusions = new ArrayList<Fusion>();
    var trials = new ArrayList<Trial>();
    for (int step = 0; step <= STEPS; step++) {
      for (Scale scale : Scale.values()) {
        Fusion fusion = new Fusion((double) step / STEPS, scale, List.of());
        fusions.add(fusion);
        trials.add(
            Tuning.trial(fusion.name(), Ranking.of(fusion.fuse(daily, holiday), target), share));
      }
    }
    double best = trials.stream().mapToDouble(Trial::predictTa).max().orElse(0);
    double enough = best - error(best, share * target.length);
    int chosen = -1;
    for (int i = 0; i < trials.size(); i++) {
      boolean same =
          chosen >= 0 && fusions.get(i).holidayWeight == fusions.get(chosen).holidayWeight;
      if (trials.get(i).predictTa() >= enough
          && (chosen < 0 || (same && Tuning.better(trials.get(i), trials.get(chosen))))) {
        chosen = i;
      }
    }
    Fusion picked = fusions.get(Math.max(0, chosen));
    return new Fusion(picked.holidayWeight, picked.scale, trials);
  }

  /** Standard error of a share among so many users; 0 without any. */
  private static double error(double rate, double users) {
    return users < 1 ? 0 : Math.sqrt(rate * (1 - rate) / users);
  }

  private String name() {
    return String.format(
        Locale.ROOT, "%.2f holiday, %s", holidayWeight, scale == Scale.RANK ? "ranks" : "log-odds");
  }

  /** Of the trials: the daily model alone, what was chosen, the holiday model alone. */
  public List<Trial> milestones() {
    return trials.stream()
        .filter(trial -> trial.name().equals(name())
            || trial.equals(trials.getFirst())
            || trial.equals(trials.getLast()))
        .distinct()
        .toList();
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

  /**
   * Joined scores between 0 and 1: a probability of joined log-odds, a mean share of ranks.
   *
   * @throws IllegalArgumentException when lengths differ or a score is not between 0 and 1
   */
  public double[] portions(double[] daily, double[] holiday) {
    double[] joined = fuse(daily, holiday);
    return scale == Scale.RANK
        ? joined
        : Arrays.stream(joined).map(Logistic::of).toArray();
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
