package io.tidewatch.api.eval;

import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.metric.AreaUnderLift;
import io.tidewatch.audience.metric.AveragePrecision;
import io.tidewatch.audience.metric.Bootstrap;
import io.tidewatch.audience.metric.BrierScore;
import io.tidewatch.audience.metric.CalibrationError;
import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.Interval;
import io.tidewatch.audience.metric.MonotonePrecision;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RocAuc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who buys the brand within four weeks: PredictTA@N and recall over the universes of all brands and
 * markets of a regime together, areas as means over brands.
 */
final class PurchaseRows {
  private static final String ORACLE = "oracle";
  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 7);

  private final String regime;
  private final List<SelectionTrial> trials;

  PurchaseRows(String regime, List<List<SelectionTrial>> trials) {
    this.regime = regime;
    this.trials =
        trials.stream().flatMap(List::stream).filter(t -> t.goal() == Goal.BUY).toList();
  }

  List<MarketRow> rows() {
    var rankings = new LinkedHashMap<String, List<Ranking>>();
    for (SelectionTrial trial : trials) {
      if (!trial.users().isEmpty()) {
        trial
            .scores()
            .forEach((system, scores) -> rankings
                .computeIfAbsent(system, s -> new ArrayList<>())
                .add(Ranking.of(scores, trial.entered())));
      }
    }
    var rows = new ArrayList<MarketRow>();
    for (double share : PredictTa.SHARES) {
      String at =
          String.format(Locale.ROOT, "@%s %%", Double.toString(Math.round(1000 * share) / 10.0));
      rows.addAll(beside(rankings, "PredictTA" + at, all -> predicted(all, share)));
      rows.addAll(beside(rankings, "NewTA recall" + at, all -> recalled(all, share)));
    }
    rows.addAll(beside(rankings, "ROC-AUC", all -> mean(all, RocAuc::of)));
    rows.addAll(beside(rankings, "average precision", all -> mean(all, AveragePrecision::of)));
    rows.addAll(beside(rankings, "area under lift", all -> mean(all, AreaUnderLift::of)));
    rows.addAll(falls(rankings));
    rows.addAll(calibrated("Brier score", BrierScore::of));
    rows.addAll(calibrated("calibration error", CalibrationError::of));
    return rows;
  }

  /** How often PredictTA@N falls as N shrinks, beyond its interval, of what gives probabilities. */
  private List<MarketRow> falls(Map<String, List<Ranking>> rankings) {
    Set<String> probable = probable();
    return rankings.entrySet().stream()
        .filter(ranked -> probable.contains(ranked.getKey()))
        .map(ranked -> row(
            ranked.getKey(),
            "falls of PredictTA as N shrinks",
            MonotonePrecision.check(ranked.getValue(), BOOTSTRAP).falls().size(),
            PredictTa.SHARES.size() - 1L))
        .toList();
  }

  private Set<String> probable() {
    return trials.stream()
        .flatMap(trial -> trial.probabilities().keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Means over brands and markets. */
  private List<MarketRow> calibrated(
      String metric, ToDoubleBiFunction<double[], boolean[]> figure) {
    var values = new LinkedHashMap<String, List<Double>>();
    for (SelectionTrial trial : trials) {
      if (!trial.users().isEmpty()) {
        trial
            .probabilities()
            .forEach((system, own) -> values
                .computeIfAbsent(system, s -> new ArrayList<>())
                .add(figure.applyAsDouble(own, trial.entered())));
      }
    }
    var rows = new ArrayList<MarketRow>();
    values.forEach((system, all) -> rows.add(row(
        system,
        metric,
        all.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        all.size())));
    return rows;
  }

  private MarketRow row(String system, String metric, double value, long n) {
    return new MarketRow(
        AudienceRows.TASK, regime + ", purchase", system, metric, value, null, null, null, null, n);
  }

  private record Value(Interval interval, long n) {}

  private List<MarketRow> beside(
      Map<String, List<Ranking>> rankings,
      String metric,
      Function<List<Ranking>, @Nullable Value> figure) {
    List<Ranking> best = rankings.get(ORACLE);
    Value oracle = best == null ? null : figure.apply(best);
    var rows = new ArrayList<MarketRow>();
    rankings.forEach((system, all) -> {
      Value value = figure.apply(all);
      if (value != null) {
        boolean alone = value.interval().low() == value.interval().high();
        rows.add(new MarketRow(
            AudienceRows.TASK,
            regime + ", purchase",
            system,
            metric,
            value.interval().mid(),
            null,
            alone ? null : Double.valueOf(value.interval().low()),
            alone ? null : Double.valueOf(value.interval().high()),
            oracle == null
                ? null
                : FigureMeans.reached(value.interval().mid(), oracle.interval().mid(), false),
            value.n()));
      }
    });
    return rows;
  }

  private static @Nullable Value predicted(List<Ranking> all, double share) {
    PredictTa best = PredictTa.at(all, share);
    return new Value(
        new DeepeningRate(best.size(), Math.round(best.hits())).interval(), best.size());
  }

  private static @Nullable Value recalled(List<Ranking> all, double share) {
    double hits = PredictTa.at(all, share).hits();
    double positives = all.stream().mapToDouble(Ranking::positives).sum();
    return positives == 0
        ? null
        : new Value(
            new DeepeningRate(Math.round(positives), Math.round(hits)).interval(),
            Math.round(positives));
  }

  private static @Nullable Value mean(
      List<Ranking> all, Function<Ranking, @Nullable Double> figure) {
    var values = new ArrayList<Double>();
    for (Ranking ranking : all) {
      Double value = figure.apply(ranking);
      if (value != null) {
        values.add(value);
      }
    }
    if (values.isEmpty()) {
      return null;
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return new Value(new Interval(mean, mean, mean), values.size());
  }
}
