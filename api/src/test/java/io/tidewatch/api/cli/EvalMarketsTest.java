package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval keywords --markets} on one small market, through simulator, door, store and table. */
class EvalMarketsTest {
  @TempDir
  private Path directory;

  private CliRun eval(String... arguments) {
    var all = new java.util.ArrayList<>(List.of("eval", "keywords", "--json"));
    all.addAll(List.of(arguments));
    return CliRun.of(directory, all.toArray(String[]::new));
  }

  private static List<JsonNode> rows(CliRun run, String data, String system, String metric) {
    return run.rows().stream()
        .filter(r -> r.path("data").asText().equals(data)
            && r.path("system").asText().equals(system)
            && r.path("metric").asText().equals(metric))
        .toList();
  }

  @Test
  void oneSmallMarket_isJudged() {
    CliRun run = eval(
        "--markets", "--seeds", "3", "--regimes", "default", "--users", "400", "--losing", "4");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("default, seed 3: ").contains(" 0 of ");
    assertThat(run.rows()).allSatisfy(r -> {
      assertThat(r.path("task").asText()).isEqualTo("keywords");
      assertThat(r.path("value").isNumber()).as(r.toString()).isTrue();
    });
    JsonNode ours =
        rows(run, "default, families", "tidewatch", "value, Spearman").getFirst();
    assertThat(ours.path("value").asDouble()).isBetween(0.5, 1.0);
    assertThat(ours.path("ofOracle").asDouble()).isEqualTo(ours.path("value").asDouble());
    assertThat(ours.path("sd").isNull()).isTrue();
    for (String system : List.of("tidewatch", "R only", "share only", "(1-E)*s", "E*s")) {
      assertThat(rows(run, "default, audience", system, "PredictTA@10%")).hasSize(1);
    }
    double base = rows(run, "default, audience", "random", "base rate of TA")
        .getFirst()
        .path("value")
        .asDouble();
    JsonNode oracle = rows(run, "default, audience", "oracle", "PredictTA@10%").getFirst();
    assertThat(oracle.path("value").asDouble()).isGreaterThan(2 * base);
    assertThat(oracle.path("low").asDouble()).isLessThan(oracle.path("high").asDouble());
  }

  @Test
  void badPlans_nameTheRule() {
    assertThat(eval().err()).contains("data: either --data or --markets is required, got neither");
    assertThat(eval("--markets", "--data", "x.jsonl").err()).contains("got both");
    assertThat(eval("--markets", "--regimes", "moon").err()).contains("regimes").contains("moon");
    assertThat(eval("--markets", "--days", "83").err()).contains("days: at least 84 are required");
    assertThat(eval("--markets", "--users", "99").err()).contains("users: at least 100");
    assertThat(eval("--markets", "--seeds", "x").code()).isEqualTo(2);
  }

  @Test
  void titles_brandWordIsOwnedAndCommonWordOpen() throws Exception {
    var rows = new StringBuilder("update_time,id,title,price,sale_count,comment_count,店名\n");
    for (int day = 5; day <= 8; day++) {
      for (String brand : List.of("自然堂", "兰蔻", "雅诗兰黛")) {
        rows.append("2016/11/%d,%s,%s 补水 面膜,50,%d,1,%s\n"
            .formatted(day, brand + 1, brand, day * 1000, brand));
      }
    }
    Path file = Files.writeString(directory.resolve("titles.csv"), rows);
    CliRun run = eval("--data", file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("12 rows: 0 repeated").contains("9 with sales");
    assertThat(rows(run, "titles.csv", "tidewatch", "brand word 自然堂: E")
            .getFirst()
            .path("value")
            .asDouble())
        .isZero();
    assertThat(rows(run, "titles.csv", "tidewatch", "common word 补水: E")
            .getFirst()
            .path("value")
            .asDouble())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void titlesWithoutSales_areRefused() throws Exception {
    Path file = Files.writeString(
        directory.resolve("one.csv"),
        "update_time,id,title,price,sale_count,comment_count,店名\n2016/11/5,a,面膜,5,9,1,兰蔻\n");
    CliRun run = eval("--data", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("data: sales of at least two days are required");
  }
}
