package io.tidewatch.api.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseRowsTest {
  private static final int USERS = 2000;

  @Test
  void rows_modelWithProbabilities_areJudgedByThemToo() {
    List<MarketRow> rows =
        new PurchaseRows("default", List.of(List.of(trial(1), trial(-1)))).rows();

    // one market ranks its 100 buyers first, the other last
    assertThat(value(rows, "tidewatch", "PredictTA@5.0 %")).isEqualTo(0.5);
    assertThat(value(rows, "tidewatch", "Brier score")).isCloseTo(0.41, within(1e-12));
    assertThat(value(rows, "tidewatch", "calibration error")).isCloseTo(0.5, within(1e-12));
    assertThat(value(rows, "tidewatch", "falls of PredictTA as N shrinks")).isZero();
    assertThat(rows)
        .filteredOn(row -> row.system().equals("rule"))
        .extracting(MarketRow::metric)
        .doesNotContain("Brier score", "calibration error", "falls of PredictTA as N shrinks");
  }

  @Test
  void rows_bestOfTheBestAreWorse_countsTheFalls() {
    double[] scores = IntStream.range(0, USERS).mapToDouble(i -> -i).toArray();
    boolean[] entered = new boolean[USERS];
    for (int i = 20; i < 100; i++) {
      entered[i] = true;
    }
    var trial = new SelectionTrial(
        "b",
        Goal.BUY,
        ids(),
        new boolean[USERS],
        entered,
        Map.of("tidewatch", scores),
        Map.of("tidewatch", new double[USERS]),
        List.of());

    List<MarketRow> rows = new PurchaseRows("default", List.of(List.of(trial))).rows();

    assertThat(value(rows, "tidewatch", "falls of PredictTA as N shrinks")).isEqualTo(1);
  }

  /** Who enters has the score {@code side}, all others 0; probabilities are off by 0.1 or 0.9. */
  private static SelectionTrial trial(double side) {
    double[] scores = new double[USERS];
    double[] probabilities = new double[USERS];
    boolean[] entered = new boolean[USERS];
    for (int i = 0; i < USERS; i++) {
      entered[i] = i < 100;
      scores[i] = entered[i] ? side : 0;
      double off = side > 0 ? 0.1 : 0.9;
      probabilities[i] = entered[i] ? 1 - off : off;
    }
    return new SelectionTrial(
        "b",
        Goal.BUY,
        ids(),
        new boolean[USERS],
        entered,
        Map.of("tidewatch", scores, "rule", scores),
        Map.of("tidewatch", probabilities),
        List.of());
  }

  private static List<String> ids() {
    return IntStream.range(0, USERS).mapToObj(i -> "u" + i).toList();
  }

  private static double value(List<MarketRow> rows, String system, String metric) {
    return rows.stream()
        .filter(row -> row.system().equals(system) && row.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
