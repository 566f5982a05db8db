package io.tidewatch.api.eval;

import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.Interval;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.metric.RelativeDeepening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many of the best users in O are in I, P or L four weeks later, the best of each brand as many
 * for every system, all brands and markets of a regime together, beside those of the rule.
 */
final class DeepeningRows {
  private static final double[] SHARES = {0.01, 0.05, 0.1};
  private static final String RULE = "rule";
  private static final String ALL = "all of O";

  private final String regime;
  private final List<SelectionTrial> trials;

  DeepeningRows(String regime, List<List<SelectionTrial>> trials) {
    this.regime = regime;
    this.trials = trials.stream()
        .flatMap(List::stream)
        .filter(t -> t.goal() == Goal.DEEPEN)
        .toList();
  }

  List<MarketRow> rows() {
    var rows = new ArrayList<MarketRow>();
    for (double share : SHARES) {
      Map<String, DeepeningRate> rates = rates(share);
      DeepeningRate rule = rates.get(RULE);
      String best = String.format(Locale.ROOT, "best %.0f %%", 100 * share);
      rates.forEach((system, rate) -> {
        rows.add(row(system, "O to IPL, " + best, rate.interval(), rate.base()));
        if (rule != null && !system.equals(RULE)) {
          rows.add(row(
              system,
              "O to IPL against the rule, " + best,
              new RelativeDeepening(rate, rule).relative(),
              rate.base()));
        }
      });
    }
    return rows;
  }

  private MarketRow row(String system, String metric, Interval value, long n) {
    return new MarketRow(
        AudienceRows.TASK,
        regime + ", deepening",
        system,
        metric,
        value.mid(),
        null,
        value.low(),
        value.high(),
        null,
        n);
  }

  private Map<String, DeepeningRate> rates(double share) {
    var moved = new LinkedHashMap<String, Double>();
    long base = 0;
    long everybody = 0;
    long everybodyMoved = 0;
    for (SelectionTrial trial : trials) {
      boolean[] entered = AudienceRows.some(trial.entered(), trial.open());
      if (entered.length == 0) {
        continue;
      }
      int size = 0;
      for (var system : trial.scores().entrySet()) {
        PredictTa at = PredictTa.at(
            Ranking.of(AudienceRows.some(system.getValue(), trial.open()), entered), share);
        moved.merge(system.getKey(), at.hits(), Double::sum);
        size = at.size();
      }
      base += size;
      everybody += entered.length;
      for (boolean each : entered) {
        everybodyMoved += each ? 1 : 0;
      }
    }
    var rates = new LinkedHashMap<String, DeepeningRate>();
    if (base > 0) {
      long users = base;
      moved.forEach((system, hits) ->
          rates.put(system, new DeepeningRate(users, Math.min(users, Math.round(hits)))));
      rates.put(ALL, new DeepeningRate(everybody, everybodyMoved));
    }
    return rates;
  }
}
