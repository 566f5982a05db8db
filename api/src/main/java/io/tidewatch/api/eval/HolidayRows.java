package io.tidewatch.api.eval;

import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.metric.AveragePrecision;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RocAuc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who buys the brand until a holiday's end, as in {@link PurchaseRows}, and how much better the fused
 * model does than its parts, brand by brand and market by market.
 */
final class HolidayRows {
  private static final double[] SHARES = {0.01, 0.05, 0.1};
  private static final double Z = 1.959964;
  private static final String FUSED = "fused";

  private final String regime;
  private final List<SelectionTrial> trials;

  HolidayRows(String regime, List<SelectionTrial> trials) {
    this.regime = regime;
    this.trials = trials.stream().filter(t -> !t.users().isEmpty()).toList();
  }

  List<MarketRow> rows() {
    var rows = new ArrayList<>(new PurchaseRows(regime, List.of(trials)).rows());
    for (String other : List.of("daily", "holiday", "rule")) {
      for (double share : SHARES) {
        String metric = String.format(Locale.ROOT, "PredictTA@%.1f %%", 100 * share);
        difference(rows, other, metric, r -> PredictTa.at(r, share).precision());
      }
      difference(rows, other, "ROC-AUC", r -> orZero(RocAuc.of(r)));
      difference(rows, other, "average precision", r -> orZero(AveragePrecision.of(r)));
    }
    return rows;
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  /** The mean of the differences of trials; the interval is that of a mean. */
  private void difference(
      List<MarketRow> rows, String other, String metric, ToDoubleFunction<Ranking> figure) {
    double[] differences = trials.stream()
        .mapToDouble(t -> value(t, FUSED, figure) - value(t, other, figure))
        .toArray();
    if (differences.length == 0) {
      return;
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    Double sd = FigureMeans.sd(differences);
    double half = sd == null ? 0 : Z * sd / Math.sqrt(differences.length);
    rows.add(new MarketRow(
        AudienceRows.TASK,
        regime + ", purchase",
        FUSED,
        metric + ", more than " + other,
        mean,
        sd,
        sd == null ? null : mean - half,
        sd == null ? null : mean + half,
        null,
        differences.length));
  }

  private static double value(
      SelectionTrial trial, String system, ToDoubleFunction<Ranking> figure) {
    return figure.applyAsDouble(
        Ranking.of(trial.scores().getOrDefault(system, new double[0]), trial.entered()));
  }
}
