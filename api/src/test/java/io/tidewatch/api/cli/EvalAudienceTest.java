package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval audience} on invented purchases. */
class EvalAudienceTest {
  @TempDir
  private Path directory;

  @Test
  void purchases_ofReturningUsers_giveRows() throws IOException {
    var text = new StringBuilder("user_id,category_2,category_1,day\n");
    for (int i = 0; i < 20; i++) {
      text.append("u%d,x%d,p,%s%n".formatted(i, i % 2, day(i)));
      text.append("u%d,y%d,p,%s%n".formatted(i, i % 2, day(i + 10)));
    }
    Path file = Files.writeString(directory.resolve("buys.csv"), text);
    CliRun run = CliRun.of(directory, "eval", "audience", "--json", "--data", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.rows()).hasSize(20).allSatisfy(r -> {
      assertThat(r.fieldNames())
          .toIterable()
          .containsExactly("task", "data", "system", "metric", "value", "n");
      assertThat(r.path("data").asText()).isEqualTo("buys.csv");
    });
  }

  @Test
  void file_withoutTheColumns_isBadUsage() throws IOException {
    Path file = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");
    CliRun run = CliRun.of(directory, "eval", "audience", "--json", "--data", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("columns user_id, category_2, category_1, day");
  }

  @Test
  void campaigns_withoutMarkets_isBadUsage() {
    CliRun run = CliRun.of(directory, "eval", "audience", "--campaigns", "--data", "x.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("campaigns: --markets is required with it");
  }

  @Test
  void holiday_withoutMarketsOrWithCampaignsOrTooShort_isBadUsage() {
    CliRun alone = CliRun.of(directory, "eval", "audience", "--holiday", "--data", "x.csv");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("holiday: --markets is required with it");
    CliRun both = CliRun.of(directory, "eval", "audience", "--markets", "--campaigns", "--holiday");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("either --campaigns or --holiday");
    CliRun brief =
        CliRun.of(directory, "eval", "audience", "--markets", "--holiday", "--days", "100");
    assertThat(brief.code()).isEqualTo(2);
    assertThat(brief.err()).contains("days: at least 452 are required for a holiday, got 100");
  }

  @Test
  void holiday_onOneSmallMarket_isJudgedBesideTheDailyModel() {
    CliRun run = CliRun.of(
        directory,
        "eval",
        "audience",
        "--json",
        "--markets",
        "--holiday",
        "--seeds",
        "11",
        "--regimes",
        "default",
        "--users",
        "250",
        "--days",
        "452");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("holiday weighs").contains("双11");
    for (String system : List.of("daily", "holiday", "fused", "rule", "oracle")) {
      assertThat(run.rows())
          .as(system)
          .filteredOn(r -> r.path("system").asText().equals(system)
              && r.path("metric").asText().equals("PredictTA@5.0 %"))
          .hasSize(1)
          .allSatisfy(r -> assertThat(r.path("value").asDouble()).isBetween(0.0, 1.0));
    }
    assertThat(run.rows())
        .filteredOn(r -> r.path("metric").asText().equals("ROC-AUC, more than daily"))
        .hasSize(1);
  }

  @Test
  void join_ofSomethingElse_isBadUsage() {
    CliRun run = CliRun.of(directory, "eval", "audience", "--markets", "--join", "devices");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("join: persons or ids is required, got devices");
  }

  @Test
  void campaigns_onOneSmallMarket_areJudgedBesideEachOther() {
    CliRun run = CliRun.of(
        directory,
        "eval",
        "audience",
        "--json",
        "--markets",
        "--campaigns",
        "--seeds",
        "3",
        "--regimes",
        "default",
        "--users",
        "1200");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("users exposed");
    for (String system :
        List.of("daily model", "with exposed buyers and real negatives", "oracle")) {
      assertThat(run.rows())
          .as(system)
          .filteredOn(r -> r.path("system").asText().equals(system)
              && r.path("metric").asText().equals("bought, best 10 %"))
          .hasSize(1)
          .allSatisfy(r -> assertThat(r.path("value").asDouble()).isBetween(0.0, 1.0));
    }
    assertThat(run.rows())
        .filteredOn(
            r -> r.path("metric").asText().equals("bought, best 10 %, more than daily model"))
        .hasSize(1);
  }

  private static String day(int days) {
    return LocalDate.of(2014, 1, 1).plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
