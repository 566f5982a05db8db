package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who are erased, days that are dropped, and rules that data breaks, by the command line. */
class UpkeepIT {
  private static final String GONE = "erase-me-7f3a";
  private static final Json JSON = new Json();

  @TempDir
  private Path dir;

  private Path data;

  @BeforeEach
  void ingest() throws IOException {
    data = dir.resolve("data");
    take("first.jsonl", """
        {"type":"search","id":"s1","userId":"%1$s","at":"2025-06-01T08:00:00Z","query":"精华","queryId":"q1"}
        {"type":"order","id":"o1","userId":"%1$s","at":"2025-06-01T08:00:00Z","productId":"p1","quantity":1,"amount":10,"currency":"CNY","queryId":"q1"}
        {"type":"order","id":"o2","userId":"u2","at":"2025-06-01T08:00:00Z","productId":"p1","quantity":1,"amount":10,"currency":"CNY"}
        {"type":"order","id":"o3","userId":"%1$s","at":"2025-06-01T08:00:00Z","productId":"p1","quantity":1,"amount":-10,"currency":"CNY"}
        {"application":"shop","action_name":"login","client_id":"c1","user_id":"u2","timestamp":"2025-06-01T08:00:05Z"}
        {"type":"review","id":"r1","source":"shop","authorId":"%1$s","publishedAt":"2025-06-01T09:00:00Z","text":"很好用"}
        {"type":"review","id":"r2","source":"shop","authorId":"u2","publishedAt":"2025-06-01T09:00:00Z","text":"不好用"}
        """.formatted(GONE));
  }

  private JsonNode take(String name, String lines) throws IOException {
    Path file = Files.writeString(dir.resolve(name), lines);
    return CliRun.of(data, "ingest", "--json", file.toString()).last();
  }

  private JsonNode erase(String... more) {
    var arguments = new ArrayList<>(List.of("erase", "--user", GONE, "--json"));
    arguments.addAll(List.of(more));
    CliRun run = CliRun.of(data, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.last();
  }

  /**
   * Files that hold the id: behaviour, refused records and bookkeeping. Segments of the document
   * index give up a deleted document's bytes when they are merged.
   */
  private List<String> traces() throws IOException {
    var traces = new ArrayList<String>();
    try (var tree = Files.walk(data)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        boolean index = data.relativize(file).startsWith("index");
        if (!index && Files.readString(file, StandardCharsets.ISO_8859_1).contains(GONE)) {
          traces.add(data.relativize(file).toString());
        }
      }
    }
    return traces;
  }

  @Test
  void erase_aPerson_goesFromEveryStoreAndLeavesAHashOnly() throws IOException {
    JsonNode erased = erase();

    assertThat(erased.path("records")).isEqualTo(JSON.parse("{\"order\":1,\"search\":1}"));
    assertThat(erased.path("letters").asLong()).isEqualTo(1);
    assertThat(erased.path("documents").asLong()).isEqualTo(1);
    assertThat(traces()).isEmpty();
    assertThat(Files.readString(data.resolve("erasures.jsonl")))
        .contains(erased.path("user").asText())
        .doesNotContain(GONE);
    assertThat(CliRun.of(data, "search", "author:" + GONE, "--json").rows()).isEmpty();
    assertThat(CliRun.of(data, "search", "author:u2", "--json").rows()).hasSize(1);
    assertThat(CliRun.of(data, "behavior", "quality", "--json").out()).contains("o2");
    assertThat(erase().path("records")).isEmpty();
  }

  @Test
  void ingest_afterErasure_takesThePersonInUnlessKeptOut() throws IOException {
    String later = "{\"type\":\"click\",\"id\":\"c%d\",\"userId\":\"" + GONE
        + "\",\"at\":\"2025-06-02T08:00:00Z\"}\n";
    erase();
    assertThat(take("second.jsonl", later.formatted(1)).path("accepted").asLong())
        .isEqualTo(1);
    assertThat(erase("--keep-out").path("records")).isEqualTo(JSON.parse("{\"click\":1}"));

    JsonNode counts = take("third.jsonl", later.formatted(2));

    assertThat(counts.path("failed").asLong()).isEqualTo(1);
    assertThat(traces()).isEmpty();
  }

  @Test
  void erase_diskRefusesHalfWay_isFinishedByTheNextCommand() throws IOException {
    Path inTheWay = Files.createDirectories(data.resolve("dead-letter/erasing.tmp/x"));

    CliRun failed = CliRun.of(data, "erase", "--user", GONE, "--json");

    assertThat(failed.code()).isEqualTo(1);
    assertThat(data.resolve("erasure.json")).exists();
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(CliRun.of(data, "behavior", "quality", "--json").code()).isZero();
    assertThat(data.resolve("erasure.json")).doesNotExist();
    assertThat(traces()).isEmpty();
    assertThat(Files.readAllLines(data.resolve("erasures.jsonl"))).hasSize(1);
  }

  @Test
  void erase_withoutUser_isBadUsage() {
    assertThat(CliRun.of(data, "erase").code()).isEqualTo(2);
    assertThat(CliRun.of(data, "erase", "--user", " ").code()).isEqualTo(2);
  }

  @Test
  void retention_ofBehavior_dropsDaysAndCountsWhatComesLate() throws IOException {
    Path config =
        Files.writeString(dir.resolve("tidewatch.yaml"), "retention: {behavior: {order: 30}}\n");
    Path late = Files.writeString(dir.resolve("late.jsonl"), """
        {"type":"order","id":"o9","userId":"u2","at":"2025-06-01T08:00:00Z","productId":"p1","quantity":1,"amount":10,"currency":"CNY"}
        {"type":"click","id":"c9","userId":"u2","at":"2025-06-01T08:00:00Z"}
        """);
    String[] ingest = {"ingest", "--json", "--config", config.toString(), late.toString()};

    assertThat(CliRun.of(data, ingest).last().path("accepted").asLong())
        .as("the first command seals when it has taken its files in")
        .isEqualTo(2);
    Path later = Files.writeString(
        dir.resolve("later.jsonl"), Files.readString(late).replace("o9", "o8").replace("c9", "c8"));
    ingest[4] = later.toString();
    JsonNode counts = CliRun.of(data, ingest).last();

    assertThat(counts.path("failed").asLong()).isEqualTo(1);
    assertThat(counts.path("accepted").asLong()).isEqualTo(1);
    assertThat(CliRun.of(data, "behavior", "quality", "--json").rows())
        .anySatisfy(row -> {
          assertThat(row.path("rule").asText()).isEqualTo("refused:sealed");
          assertThat(row.path("count").asLong()).isEqualTo(1);
        })
        .noneMatch(row -> row.path("rule").asText().startsWith("order-"));
  }

  @Test
  void retention_badSetting_isNamed() throws IOException {
    Path config =
        Files.writeString(dir.resolve("tidewatch.yaml"), "retention: {behavior: {order: 0}}\n");

    CliRun run = CliRun.of(data, "behavior", "quality", "--config", config.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("retention.behavior.order: whole days from 1");
  }

  @Test
  void quality_ofWhatCameIn_tellsRuleCountExamplesAndWhereToLook() {
    List<JsonNode> rows = CliRun.of(data, "behavior", "quality", "--json").rows();

    assertThat(rows)
        .contains(
            JSON.parse("{\"rule\":\"order-without-search\",\"count\":1,\"examples\":[\"o2\"],"
                + "\"look\":\"the order\"}"),
            JSON.parse("{\"rule\":\"unknown-action\",\"count\":1,\"examples\":[\"login\"],"
                + "\"look\":\"records of type action\"}"));
    assertThat(rows).anySatisfy(row -> {
      assertThat(row.path("rule").asText()).isEqualTo("refused:bad-value");
      assertThat(row.path("look").asText()).isEqualTo("dead-letter/");
    });
    assertThat(CliRun.of(data, "behavior", "quality", "--from", "2025-07-01", "--json")
            .rows())
        .noneMatch(row -> row.path("rule").asText().startsWith("order-"));
  }
}
