package io.tidewatch.api.eval;

import io.tidewatch.audience.answer.CampaignTrial;
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

/**
 * How many of the users whom a second campaign takes buy, as many of each brand for every system,
 * brands and markets of a regime together, and how much more that is than without real negatives,
 * brand by brand and market by market.
 */
final class CampaignRows {
  private static final double[] SHARES = {0.01, 0.05, 0.1};
  private static final double Z = 1.959964;

  /** What is compared: with real negatives, and without. */
  private static final List<Pair> PAIRS = List.of(
      new Pair(CampaignTrial.NEGATIVES, CampaignTrial.WITHOUT),
      new Pair(CampaignTrial.NEGATIVES, CampaignTrial.POSITIVES),
      new Pair(CampaignTrial.BUYERS_NEGATIVES, CampaignTrial.BUYERS));

  private record Pair(String with, String without) {}

  private final String data;
  private final List<CampaignTrial> trials;

  CampaignRows(String regime, List<CampaignTrial> trials) {
    this.data = regime + ", second campaign";
    this.trials = trials.stream().filter(t -> !t.users().isEmpty()).toList();
  }

  List<MarketRow> rows() {
    var rows = new ArrayList<MarketRow>();
    for (double share : SHARES) {
      String best = String.format(Locale.ROOT, ", best %.0f %%", 100 * share);
      Map<String, List<PredictTa>> predicted = new LinkedHashMap<>();
      for (CampaignTrial trial : trials) {
        trial
            .scores()
            .forEach((system, scores) -> predicted
                .computeIfAbsent(system, s -> new ArrayList<>())
                .add(PredictTa.at(Ranking.of(scores, trial.bought()), share)));
      }
      predicted.forEach((system, some) -> rows.add(bought(system, best, some)));
      PAIRS.forEach(pair -> compare(rows, predicted, pair, best));
    }
    areas(rows);
    return rows;
  }

  private MarketRow bought(String system, String best, List<PredictTa> some) {
    long size = some.stream().mapToLong(PredictTa::size).sum();
    double hits = some.stream().mapToDouble(PredictTa::hits).sum();
    Interval rate = new DeepeningRate(size, Math.min(size, Math.round(hits))).interval();
    return row(system, "bought" + best, hits / size, rate.low(), rate.high(), size);
  }

  private void compare(
      List<MarketRow> rows, Map<String, List<PredictTa>> predicted, Pair pair, String best) {
    double[] with = precisions(predicted.getOrDefault(pair.with(), List.of()));
    difference(
        rows,
        pair,
        "bought" + best,
        with,
        precisions(predicted.getOrDefault(pair.without(), List.of())));
  }

  private static double[] precisions(List<PredictTa> some) {
    return some.stream().mapToDouble(PredictTa::precision).toArray();
  }

  /** The mean of the differences of trials; the interval is that of a mean. */
  private void difference(
      List<MarketRow> rows, Pair pair, String metric, double[] with, double[] without) {
    double[] differences = new double[Math.min(with.length, without.length)];
    double mean = 0;
    for (int i = 0; i < differences.length; i++) {
      differences[i] = with[i] - without[i];
      mean += differences[i] / differences.length;
    }
    if (differences.length == 0) {
      return;
    }
    Double sd = FigureMeans.sd(differences);
    double half = sd == null ? 0 : Z * sd / Math.sqrt(differences.length);
    rows.add(new MarketRow(
        AudienceRows.TASK,
        data,
        pair.with(),
        metric + ", more than " + pair.without(),
        mean,
        sd,
        sd == null ? null : mean - half,
        sd == null ? null : mean + half,
        null,
        differences.length));
  }

  private void areas(List<MarketRow> rows) {
    Map<String, List<Double>> areas = new LinkedHashMap<>();
    for (CampaignTrial trial : trials) {
      trial.scores().forEach((system, scores) -> {
        Double area = RocAuc.of(Ranking.of(scores, trial.bought()));
        if (area != null) {
          areas.computeIfAbsent(system, s -> new ArrayList<>()).add(area);
        }
      });
    }
    areas.forEach((system, some) -> rows.add(new MarketRow(
        AudienceRows.TASK,
        data,
        system,
        "ROC-AUC",
        some.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        FigureMeans.sd(some.stream().mapToDouble(Double::doubleValue).toArray()),
        null,
        null,
        null,
        some.size())));
    PAIRS.forEach(pair -> difference(
        rows,
        pair,
        "ROC-AUC",
        values(areas.getOrDefault(pair.with(), List.of())),
        values(areas.getOrDefault(pair.without(), List.of()))));
  }

  private static double[] values(List<Double> some) {
    return some.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private MarketRow row(
      String system, String metric, double value, double low, double high, long n) {
    return new MarketRow(AudienceRows.TASK, data, system, metric, value, null, low, high, null, n);
  }
}
