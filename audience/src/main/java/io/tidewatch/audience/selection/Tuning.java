package io.tidewatch.audience.selection;

import io.tidewatch.audience.metric.AveragePrecision;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses among rankers by time: each learns from an earlier time and is judged by what happened
 * after a later one. PredictTA at a share decides, then average precision, then who comes first.
 */
public final class Tuning {
  private final Sample earlier;
  private final UserTable later;
  private final boolean[] target;
  private final double share;

  /**
   * Takes the two times.
   *
   * @param earlier sample as of {@code earlierTime}
   * @param later features of the universe as of {@code laterTime}
   * @param target per user of it: whether the user entered the target after {@code laterTime}
   * @param share at which PredictTA decides, above 0 and at most 1
   * @throws IllegalArgumentException when the times are not in this order or the target does not
   *     fit
   */
  public Tuning(
      Instant earlierTime,
      Sample earlier,
      Instant laterTime,
      UserTable later,
      boolean[] target,
      double share) {
    if (!earlierTime.isBefore(laterTime)) {
      throw new IllegalArgumentException(
          "laterTime: after the earlier time " + earlierTime + " is required, got " + laterTime);
    }
    if (target.length != later.size()) {
      throw new IllegalArgumentException("target: one a user is required, got " + target.length
          + " for " + later.size() + " users");
    }
    this.earlier = earlier;
    this.later = later;
    this.target = target.clone();
    this.share = share;
  }

  /**
   * What was chosen.
   *
   * @param chosen the best candidate, to be fitted again on the newest sample
   * @param trials all candidates in the order they were given
   */
  public record Tuned(Ranker chosen, List<Trial> trials) {
    /** Copies the list. */
    public Tuned {
      trials = List.copyOf(trials);
    }
  }

  /**
   * Tries all candidates.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Tuned choose(List<? extends Ranker> candidates, FitSettings settings, long seed) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("candidates: at least one is required, got none");
    }
    var trials = new ArrayList<Trial>();
    Ranker chosen = candidates.getFirst();
    Trial best = null;
    for (Ranker candidate : candidates) {
      double[] scores = candidate.fit(earlier, settings, seed).scores(later);
      Trial trial = trial(candidate.name(), Ranking.of(scores, target), share);
      trials.add(trial);
      if (best == null || better(trial, best)) {
        best = trial;
        chosen = candidate;
      }
    }
    return new Tuned(chosen, trials);
  }

  static Trial trial(String name, Ranking ranking, double share) {
    PredictTa at = PredictTa.at(ranking, share);
    Double average = AveragePrecision.of(ranking);
    return new Trial(name, at.precision(), at.lift(), average == null ? 0 : average);
  }

  static boolean better(Trial trial, Trial than) {
    return trial.predictTa() > than.predictTa()
        || (trial.predictTa() == than.predictTa()
            && trial.averagePrecision() > than.averagePrecision());
  }
}
