package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A selection on a small simulated market, as a user asks for it. A served process answers, which
 * keeps what it learned between questions.
 */
class SelectionIT {
  @TempDir
  private static Path dir;

  private static ServedWorld world;
  private static Path data;

  @BeforeAll
  static void ingest() {
    world = ServedWorld.empty(dir);
    data = world.data();
    Path market = dir.resolve("market");
    CliRun made = CliRun.of(
        data,
        "simulate",
        "--users",
        "1500",
        "--days",
        "62",
        "--seed",
        "5",
        "--config",
        "demo",
        "--out",
        market.toString());
    assertThat(made.code()).as(made.err()).isZero();
    CliRun taken = CliRun.of(data, "ingest", "--json", market.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void select_simulatedMarket_givesUsersOfOAndABestFirst() {
    List<JsonNode> rows = ask("audience", "select", "--brand", "薇诺娜", "--size", "20");
    assertThat(rows).hasSize(20);
    assertThat(rows).allSatisfy(row -> {
      assertThat(row.properties())
          .extracting(field -> field.getKey())
          .containsExactly("userId", "score", "state", "directions", "reasons");
      assertThat(row.path("state").asText()).isIn("O", "A");
      assertThat(row.path("score").asDouble()).isBetween(0.0, 1.0);
    });
    assertThat(rows).extracting(row -> -row.path("score").asDouble()).isSorted();
    double cut = rows.getLast().path("score").asDouble();
    assertThat(ask("audience", "select", "--brand", "薇诺娜", "--cut", Double.toString(cut)))
        .hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void explain_oneUser_namesRecordsAndLeavesALineWithoutTheId() {
    JsonNode first = ask("audience", "select", "--brand", "薇诺娜", "--size", "1").getFirst();
    String user = first.path("userId").asText();
    JsonNode why = ask("audience", "explain", "--brand", "薇诺娜", "--user", user, "--records")
        .getFirst();
    assertThat(why.properties())
        .extracting(field -> field.getKey())
        .containsExactly(
            "userId",
            "brandId",
            "goal",
            "asOf",
            "state",
            "text",
            "evidence",
            "directions",
            "model",
            "selection");
    assertThat(why.path("state")).isEqualTo(first.path("state"));
    assertThat(why.path("model").path("probability").asDouble())
        .isEqualTo(first.path("score").asDouble());
    assertThat(why.path("selection").path("place").asInt()).isEqualTo(1);
    assertThat(why.path("selection").path("selected").asBoolean()).isTrue();
    String held = ask("audience", "select", "--brand", "薇诺娜", "--size", "1000").stream()
        .filter(row -> row.path("state").asText().equals("A"))
        .findFirst()
        .orElseThrow()
        .path("userId")
        .asText();
    JsonNode aware = ask("audience", "explain", "--brand", "薇诺娜", "--user", held, "--records")
        .getFirst();
    assertThat(aware.path("evidence")).as(aware.toString()).isNotEmpty();
    for (JsonNode proof : aware.path("evidence")) {
      for (JsonNode act : proof.path("newest")) {
        assertThat(act.path("records")).as(aware.toString()).isNotEmpty();
        assertThat(act.path("records").get(0).asText())
            .startsWith(act.path("type").asText() + "/");
      }
    }
    JsonNode line = ask("audit", "--action", "audience/explain", "--limit", "1").getFirst();
    assertThat(line.path("query").asText()).isEqualTo("brand=winona goal=deepen records=true");
    assertThat(line.path("size").asInt()).isOne();
    assertThat(line.toString()).doesNotContain(user);
  }

  @Test
  void explain_unknownUser_isRefusedAndLeavesALine() {
    CliRun run =
        CliRun.of(data, "audience", "explain", "--brand", "薇诺娜", "--user", "nobody-at-all");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("user: an id that searched").contains("nobody-at-all");
    JsonNode line = ask("audit", "--action", "audience/explain", "--limit", "1").getFirst();
    assertThat(line.path("outcome").asText()).startsWith("refused");
    assertThat(line.toString()).doesNotContain("nobody-at-all");
  }

  @Test
  void select_forAHolidayWithoutFactsAYearBack_isRefusedInOneSentence() {
    for (String question : List.of("select", "model")) {
      CliRun run = CliRun.of(data, "audience", question, "--brand", "薇诺娜", "--holiday", "双11");
      assertThat(run.code()).as(question).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().strip())
          .contains("holiday: facts before ")
          .contains("when double-11 began last year")
          .hasLineCount(1);
    }
  }

  @Test
  void sizesAndModel_simulatedMarket_sayWhatASelectionIsWorth() {
    List<JsonNode> sizes = ask("audience", "sizes", "--brand", "薇诺娜", "--goal", "deepen");
    assertThat(sizes).hasSize(7);
    JsonNode fifth = sizes.get(5);
    assertThat(fifth.path("share").asDouble()).isEqualTo(0.2);
    assertThat(fifth.path("expected").asDouble())
        .isGreaterThan(fifth.path("base").asDouble());
    assertThat(fifth.path("low").asDouble()).isLessThan(fifth.path("expected").asDouble());
    JsonNode model = ask("audience", "model", "--brand", "薇诺娜", "--lang", "en").getFirst();
    assertThat(model.path("positives").asInt()).isGreaterThan(20);
    assertThat(model.path("effects").get(0).asText()).contains("of the model");
    assertThat(model.path("card").asText()).contains("random forest");
  }

  @Test
  void evaluate_simulatedMarket_setsEverySystemBesideTheRule() {
    List<JsonNode> rows = ask("audience", "evaluate", "--brand", "薇诺娜", "--share", "0.1");
    assertThat(rows)
        .extracting(row -> -row.path("predictTa").path("mid").asDouble())
        .isSorted();
    assertThat(rows)
        .extracting(row -> row.path("system").asText())
        .contains("tidewatch", "rule", "RFM + gradient boosting", "random", "six directions")
        .doesNotHaveDuplicates();
    int size = rows.getFirst().path("size").asInt();
    assertThat(rows).allSatisfy(row -> {
      assertThat(row.path("size").asInt()).isEqualTo(size);
      assertThat(row.path("until").asText())
          .isEqualTo(rows.getFirst().path("until").asText());
      assertThat(row.path("overRule").isNull())
          .isEqualTo(row.path("system").asText().equals("rule"));
      assertThat(row.path("brier").isNull())
          .isEqualTo(!row.path("system").asText().startsWith("tidewatch")
              || row.path("system").asText().contains("alone"));
    });
    JsonNode ours = rows.stream()
        .filter(row -> row.path("system").asText().equals("tidewatch"))
        .findFirst()
        .orElseThrow();
    assertThat(ours.path("predictTa").path("mid").asDouble())
        .isGreaterThan(ours.path("base").asDouble());
    CliRun wrong = CliRun.of(data, "audience", "evaluate", "--brand", "薇诺娜", "--share", "1.5");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("share: above 0 and at most 1 is required, got 1.5");
  }

  @Test
  void campaign_bySelection_takesWhomTheModelSelects() {
    JsonNode campaign = ask(
            "audience",
            "campaign",
            "create",
            "--name",
            "chosen",
            "--brand",
            "薇诺娜",
            "--select",
            "buy",
            "--size",
            "50",
            "--hold-out",
            "0.2")
        .getFirst();
    assertThat(campaign.path("size").asInt()).as(campaign.toString()).isEqualTo(50);
    assertThat(campaign.path("model").asText()).isEqualTo("tidewatch");
    assertThat(campaign.path("query").asText()).contains("select=buy").contains("size=50");
    CliRun unsized = CliRun.of(
        data, "audience", "campaign", "create", "--name", "x", "--brand", "薇诺娜", "--select", "buy");
    assertThat(unsized.code()).isEqualTo(2);
    assertThat(unsized.err()).contains("size: is required with select");
    CliRun both = CliRun.of(
        data,
        "audience",
        "campaign",
        "create",
        "--name",
        "x",
        "--brand",
        "薇诺娜",
        "--select",
        "buy",
        "--size",
        "5",
        "--breadth",
        "narrow");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("select:");
  }

  private static List<JsonNode> ask(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add("--json");
    CliRun run = CliRun.of(data, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }
}
