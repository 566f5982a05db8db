package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A selection for Double 11 on a simulated market that has seen one, as a user asks for it. */
class HolidayIT {
  private static final String AS_OF = "2025-10-13T00:00:00+08:00";

  @TempDir
  private static Path dir;

  @Test
  void selectAndModel_yearOldMarket_joinLastYearsRun() {
    Path data = dir.resolve("data");
    Path market = dir.resolve("market");
    CliRun made = CliRun.of(
        data,
        "simulate",
        "--users",
        "200",
        "--days",
        "440",
        "--seed",
        "5",
        "--config",
        "demo",
        "--out",
        market.toString());
    assertThat(made.code()).as(made.err()).isZero();
    CliRun taken = CliRun.of(data, "ingest", "--json", market.toString());
    assertThat(taken.code()).as(taken.err()).isZero();

    JsonNode model = ask(data, "model").getFirst();
    JsonNode holiday = model.path("holiday");
    assertThat(model.path("positives").asInt()).isPositive();
    assertThat(holiday.path("occasion").asText()).isEqualTo("double-11");
    assertThat(holiday.path("start").asText()).isEqualTo("2024-10-12T16:00:00Z");
    assertThat(holiday.path("end").asText()).isEqualTo("2024-11-11T16:00:00Z");
    assertThat(holiday.path("words").valueStream())
        .extracting(word -> word.path("word").asText())
        .anySatisfy(word -> assertThat(word).startsWith("双11"));
    assertThat(holiday.path("categories").valueStream())
        .extracting(category -> category.path("categoryId").asText())
        .isNotEmpty();
    assertThat(holiday.path("weight").asDouble()).isBetween(0.0, 1.0);
    assertThat(holiday.path("card").asText()).contains("random forest");

    List<JsonNode> rows = ask(data, "select", "--size", "10");
    assertThat(rows).hasSize(10).allSatisfy(row -> {
      assertThat(row.path("state").asText()).isIn("O", "A");
      assertThat(row.path("score").asDouble()).isBetween(0.0, 1.0);
    });
    assertThat(rows).extracting(row -> -row.path("score").asDouble()).isSorted();
  }

  private static List<JsonNode> ask(Path data, String question, String... more) {
    var words = new ArrayList<>(List.of(
        "audience", question, "--brand", "薇诺娜", "--holiday", "双11", "--as-of", AS_OF, "--json"));
    words.addAll(List.of(more));
    CliRun run = CliRun.of(data, words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }
}
