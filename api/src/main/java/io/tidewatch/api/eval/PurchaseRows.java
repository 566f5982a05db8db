package io.tidewatch.api.eval;

import io.tidewatch.audience.SelectionTrial;
import io.tidewatch.audience.SelectionTrial.Goal;
import io.tidewatch.audience.metric.AreaUnderLift;
import io.tidewatch.audience.metric.AveragePrecision;
import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.Interval;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RocAuc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who buys the brand within four weeks: PredictTA@N and recall over the universes of all brands and
 * markets of a regime together, areas as means over brands.
 */
final class PurchaseRows {
  private static final String ORACLE = "oracle";

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
    return rows;
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
    double hits = 0;
    long size = 0;
    for (Ranking ranking : all) {
      PredictTa at = PredictTa.at(ranking, share);
      hits += at.hits();
      size += at.size();
    }
    return new Value(new DeepeningRate(size, Math.round(hits)).interval(), size);
  }

  private static @Nullable Value recalled(List<Ranking> all, double share) {
    double hits = 0;
    double positives = 0;
    for (Ranking ranking : all) {
      hits += PredictTa.at(ranking, share).hits();
      positives += ranking.positives();
    }
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
