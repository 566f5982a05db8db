package io.tidewatch.keywords.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.query.Readers;
import io.tidewatch.model.query.QueryPart;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryEvalTest {
  private final QueryEval eval = new QueryEval(Readers.reader(), Readers.catalogue());

  private static double value(QueryEval.Report report, String system, String metric) {
    return report.rows().stream()
        .filter(r -> r.system().equals(system) && r.metric().equals(metric))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void evaluate_queries_countsTypesAndSpans() {
    var right = new LabelledQuery(
        "兰蔻口红",
        "brand+category",
        List.of(
            new LabelledQuery.Part(0, 2, QueryPart.BRAND),
            new LabelledQuery.Part(2, 4, QueryPart.CATEGORY)));
    var wrong = new LabelledQuery(
        "口红夏", "scene", List.of(new LabelledQuery.Part(0, 2, QueryPart.CATEGORY)));
    var report = eval.evaluate("some", List.of(right, wrong), List.of(), 9);
    assertThat(value(report, "tidewatch", "type accuracy")).isEqualTo(0.5);
    assertThat(value(report, "tidewatch", "span precision")).isEqualTo(0.75);
    assertThat(value(report, "tidewatch", "span recall")).isEqualTo(1);
    assertThat(value(report, "alias match", "type accuracy")).isZero();
    assertThat(value(report, "last word", "span recall")).isEqualTo(1 / 3.0);
    assertThat(value(report, "majority", "type accuracy")).isEqualTo(0.5);
    assertThat(report.rows()).allMatch(r -> Double.isFinite(r.value()));
  }

  @Test
  void evaluate_pairs_countsFamilies() {
    var report = eval.evaluate(
        "some",
        List.of(),
        List.of(
            new LabelledPair("连衣裙 夏", "夏 连衣裙", true, "", 5, 2),
            new LabelledPair("跑鞋男", "跑鞋女", false, "", 5, 5),
            new LabelledPair("口红", "红口", true, "", 5, 2)),
        9);
    assertThat(value(report, "tidewatch", "family precision")).isEqualTo(1);
    assertThat(value(report, "tidewatch", "family recall")).isEqualTo(0.5);
    assertThat(value(report, "edit distance 1", "family precision")).isZero();
    assertThat(value(report, "equal key", "family recall")).isZero();
  }

  @Test
  void evaluate_nothing_hasNoRows() {
    assertThat(eval.evaluate("some", List.of(), List.of(), 9).rows()).isEmpty();
  }
}
