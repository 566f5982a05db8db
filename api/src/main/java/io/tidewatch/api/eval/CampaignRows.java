package io.tidewatch.api.eval;

import io.tidewatch.audience.CampaignTrial;
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
      for (String before : List.of(CampaignTrial.WITHOUT, CampaignTrial.POSITIVES)) {
        compare(rows, predicted, before, best);
      }
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

  /** Real negatives less another system, as the mean of differences of pairs. */
  private void compare(
      List<MarketRow> rows, Map<String, List<PredictTa>> predicted, String before, String best) {
    List<PredictTa> with = predicted.getOrDefault(CampaignTrial.NEGATIVES, List.of());
    List<PredictTa> without = predicted.getOrDefault(before, List.of());
    double[] differences = new double[Math.min(with.size(), without.size())];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = with.get(i).precision() - without.get(i).precision();
    }
    if (differences.length > 0) {
      rows.add(difference(before, "bought" + best, differences));
    }
  }

  private MarketRow difference(String before, String metric, double[] differences) {
    double mean = 0;
    for (double each : differences) {
      mean += each / differences.length;
    }
    Double sd = FigureMeans.sd(differences);
    double half = sd == null ? Double.NaN : Z * sd / Math.sqrt(differences.length);
    return new MarketRow(
        AudienceRows.TASK,
        data,
        CampaignTrial.NEGATIVES,
        metric + ", more than " + before,
        mean,
        sd,
        Double.isNaN(half) ? null : mean - half,
        Double.isNaN(half) ? null : mean + half,
        null,
        differences.length);
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
    double[] differences = pairs(areas);
    if (differences.length > 0) {
      rows.add(difference(CampaignTrial.WITHOUT, "ROC-AUC", differences));
    }
  }

  private static double[] pairs(Map<String, List<Double>> areas) {
    List<Double> with = areas.getOrDefault(CampaignTrial.NEGATIVES, List.of());
    List<Double> without = areas.getOrDefault(CampaignTrial.WITHOUT, List.of());
    double[] differences = new double[Math.min(with.size(), without.size())];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = with.get(i) - without.get(i);
    }
    return differences;
  }

  private MarketRow row(
      String system, String metric, double value, double low, double high, long n) {
    return new MarketRow(AudienceRows.TASK, data, system, metric, value, null, low, high, null, n);
  }
}
