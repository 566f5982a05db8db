package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval identity} on one small market, from simulator to figures. */
class EvalIdentityTest {
  @TempDir
  private Path directory;

  private static double value(CliRun run, String data, String system, String metric) {
    return row(run, data, system, metric).path("value").asDouble();
  }

  private static JsonNode row(CliRun run, String data, String system, String metric) {
    return run.rows().stream()
        .filter(r -> r.path("data").asText().equals(data)
            && r.path("system").asText().equals(system)
            && r.path("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow(() -> new AssertionError(data + ", " + system + ", " + metric));
  }

  @Test
  void smallMarket_isJudgedWithinAPointOfTheTruth() {
    Path market = directory.resolve("market");
    CliRun made = CliRun.of(
        directory,
        "simulate",
        "--users",
        "600",
        "--days",
        "30",
        "--seed",
        "3",
        "--out",
        market.toString());
    assertThat(made.code()).as(made.err()).isZero();
    CliRun run = CliRun.of(directory, "eval", "identity", "--json", "--data", market.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.rows()).allSatisfy(r -> {
      assertThat(r.path("task").asText()).isEqualTo("identity");
      assertThat(r.path("value").asDouble()).isBetween(0.0, 1.0);
      assertThat(r.path("n").asLong()).isPositive();
    });
    for (String kind : new String[] {"accounts", "cookies"}) {
      double truth = value(run, "default", "truth", "match rate of " + kind);
      assertThat(truth).isBetween(.55, .75);
      assertThat(Math.abs(value(run, "default", "tidewatch", "match rate of " + kind) - truth))
          .as(kind)
          .isLessThanOrEqualTo(.01);
    }
    assertThat(value(run, "default", "tidewatch", "link precision")).isEqualTo(1);
    assertThat(value(run, "default", "tidewatch", "link recall")).isGreaterThan(.9);
    assertThat(value(run, "default", "equal user ids", "link recall")).isZero();
    for (String metric :
        List.of("AIPL states right", "AIPL states right, of persons also under cookies")) {
      assertThat(value(run, "default", "tidewatch", metric))
          .as(metric)
          .isGreaterThan(value(run, "default", "equal user ids", metric));
    }
    assertThat(value(run, "default", "tidewatch", "users in A to L counted twice"))
        .isLessThan(value(run, "default", "equal user ids", "users in A to L counted twice"));
    assertThat(value(run, "default, wrong links", "tidewatch", "link precision"))
        .as("one number with a new owner is a point in so small a market")
        .isGreaterThan(.97);
    assertThat(value(run, "default, wrong links", "connected components", "link precision"))
        .isLessThan(.2);
  }

  @Test
  void folderWithoutTruth_isNamed() {
    CliRun run = CliRun.of(directory, "eval", "identity", "--data", directory.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("data: a folder that simulate wrote is required, got");
  }
}
