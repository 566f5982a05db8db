package io.tidewatch.audience.learning;

import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SystemRow;
import io.tidewatch.audience.metric.AveragePrecision;
import io.tidewatch.audience.metric.BrierScore;
import io.tidewatch.audience.metric.CalibrationError;
import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.NewTaRecall;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RelativeDeepening;
import io.tidewatch.audience.metric.RocAuc;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/** The systems of a trial side by side at one share of the universe. */
final class SystemRows {
  private final SelectionTrial trial;
  private final double share;
  private final Instant at;
  private final Instant until;
  private final DeepeningRate rule;

  /** The trial has users. */
  SystemRows(SelectionTrial trial, double share, Instant at, Instant until) {
    this.trial = trial;
    this.share = share;
    this.at = at;
    this.until = until;
    this.rule = rate(PredictTa.at(
        ranking(Objects.requireNonNull(trial.scores().get(CategoryRule.NAME))), share));
  }

  /** Best PredictTA first, then by name. */
  List<SystemRow> rows() {
    return trial.scores().entrySet().stream()
        .map(this::row)
        .sorted(Comparator.<SystemRow>comparingDouble(row -> -row.predictTa().mid())
            .thenComparing(SystemRow::system))
        .toList();
  }

  private SystemRow row(Map.Entry<String, double[]> scored) {
    Ranking ranking = ranking(scored.getValue());
    PredictTa taken = PredictTa.at(ranking, share);
    DeepeningRate rate = rate(taken);
    return new SystemRow(
        scored.getKey(),
        share,
        taken.size(),
        rate.interval(),
        scored.getKey().equals(CategoryRule.NAME)
            ? null
            : new RelativeDeepening(rate, rule).relative(),
        NewTaRecall.at(ranking, share),
        RocAuc.of(ranking),
        AveragePrecision.of(ranking),
        of(scored.getKey(), BrierScore::of),
        of(scored.getKey(), CalibrationError::of),
        taken.baseRate(),
        ranking.size(),
        at,
        until,
        note(scored.getKey()));
  }

  private @Nullable Double of(String system, ToDoubleBiFunction<double[], boolean[]> figure) {
    double[] probabilities = trial.probabilities().get(system);
    return probabilities == null
        ? null
        : Double.valueOf(figure.applyAsDouble(probabilities, trial.entered()));
  }

  private Ranking ranking(double[] scores) {
    return Ranking.of(scores, trial.entered());
  }

  /** In whole users: a cut through equal scores takes a fraction of them. */
  private static DeepeningRate rate(PredictTa taken) {
    return new DeepeningRate(taken.size(), Math.round(taken.hits()));
  }

  private @Nullable String note(String system) {
    return trial.notes().stream()
        .filter(note -> note.startsWith(system + ": "))
        .map(note -> note.substring(system.length() + 2))
        .findFirst()
        .orElse(null);
  }
}
