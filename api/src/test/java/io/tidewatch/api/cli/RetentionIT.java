package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old documents go by command, by HTTP and by the server's tick, and do not come back. */
class RetentionIT {
  /** 20:00 on the last of the ten days in Shanghai. */
  private static final Instant NOW = Instant.parse("2025-06-10T12:00:00Z");

  private static final int PER_DAY = 24 * 2 + 2;

  @TempDir
  private Path dir;

  private Path data;
  private Path posts;
  private Path config;

  @BeforeEach
  void fill() throws IOException {
    data = dir.resolve("data");
    posts = SmallWorld.posts(dir);
    config = Files.writeString(
        dir.resolve("tidewatch.yaml"), "retention: {sources: {weibo: 3}}\ndeepLane: false\n");
    assertThat(CliRun.of(data, "ingest", "--json", posts.toString()).code()).isZero();
  }

  private CliRun run(String... words) {
    var all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    return CliRun.at(NOW, data, all.toArray(String[]::new));
  }

  private List<String> days(CliRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows().stream()
        .map(row -> row.path("source").asText() + " " + row.path("day").asText() + " "
            + row.path("documents").asLong())
        .toList();
  }

  @Test
  void retention_plannedRunAndFedAgain_dropsOnceAndRefusesWithAReason() throws IOException {
    List<String> expected = List.of(6, 5, 4, 3, 2, 1).stream()
        .map(day -> "weibo 2025-06-0" + day + " " + PER_DAY)
        .toList();
    assertThat(CliRun.of(data, "retention", "plan", "--json").out()).isEmpty();
    assertThat(days(run("retention", "plan", "--json"))).isEqualTo(expected);
    assertThat(run("retention", "plan", "--json")
            .rows()
            .getFirst()
            .path("keepDays")
            .asInt())
        .isEqualTo(3);
    assertThat(days(run("retention", "run", "--json"))).isEqualTo(expected);
    assertThat(run("retention", "plan", "--json").out()).isEmpty();
    assertThat(run("retention", "run", "--json").out()).isEmpty();
    assertThat(run("retention", "limits", "--json").last().path("sealedBefore").asText())
        .isEqualTo("2025-06-07");

    CliRun again = run("ingest", posts.toString());

    assertThat(again.code()).isEqualTo(1);
    int sealed = 6 * PER_DAY;
    int all = SmallWorld.postCount();
    assertThat(again.out())
        .startsWith(
            "{\"received\":%d,\"accepted\":0,\"duplicate\":%d,\"malformed\":0,\"failed\":%d,"
                .formatted(all, all - sealed, sealed));
    assertThat(again.err()).contains(sealed + " refused: sealed");
    try (var letters = Files.list(data.resolve("dead-letter"))) {
      Path file = letters.findFirst().orElseThrow();
      assertThat(Files.readAllLines(file))
          .hasSize(sealed)
          .allMatch(line -> line.contains("\"reason\":\"sealed\""));
    }
    List<JsonNode> series = run(
            "trends",
            "series",
            "--query",
            "海底捞",
            "--interval",
            "1d",
            "--from",
            "2025-06-01",
            "--json")
        .rows();
    assertThat(series).hasSize(10);
    assertThat(series.subList(0, 6))
        .allMatch(row -> row.path("count").isNull() && !row.path("observed").asBoolean());
    assertThat(series.subList(6, 10)).allMatch(row -> row.path("count").asLong() == 24);
    assertThat(run("doctor", "--json").rows())
        .filteredOn(row -> row.path("check").asText().equals("retention"))
        .singleElement()
        .satisfies(
            row -> assertThat(row.path("value").asText()).isEqualTo("weibo 3 days, others all"));
  }

  @Test
  void retention_badValue_isOneSentenceAndExitTwo() throws IOException {
    Files.writeString(config, "retention: {sources: {weibo: never}}\n");

    CliRun run = run("retention", "plan");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("retention.sources.weibo: whole days from 1 to 36500, or keep, are required,"
            + " got never");
  }

  @Test
  void retention_overHttp_asksByGetChangesByPostAndShowsInHealth() throws Exception {
    Settings settings =
        Settings.read(config, dir, Map.of()).withDataDir(data).withAddress("127.0.0.1", 0);
    try (Service service = Service.open(
            settings, DataDirectory.own(data).orElseThrow(), InstantSource.fixed(NOW), new Json());
        Server server = Server.start(service);
        HttpClient client = HttpClient.newHttpClient()) {
      String api = "http://127.0.0.1:" + server.port();
      // whoever comes first, this request or the server's own tick: the days go once
      HttpResponse<String> run = client.send(
          HttpRequest.newBuilder(URI.create(api + "/api/v1/retention/run"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(run.statusCode()).as(run.body()).isEqualTo(200);
      assertThat(get(client, api + "/api/v1/retention/plan").path("rows")).isEmpty();
      JsonNode retention = get(client, api + "/health").path("retention");
      assertThat(retention.path("sources").path(0).path("source").asText()).isEqualTo("weibo");
      assertThat(retention.path("sources").path(0).path("keepDays").asInt()).isEqualTo(3);
      assertThat(retention.path("sources").path(0).path("sealedBefore").asText())
          .isEqualTo("2025-06-07");
      assertThat(retention.path("lastRun").asText()).isEqualTo("2025-06-10T12:00:00Z");
      assertThat(retention.path("lastError").isNull()).isTrue();
      assertThat(get(client, api + "/api/v1/sources")
              .path("rows")
              .path(0)
              .path("documents")
              .asLong())
          .isEqualTo(SmallWorld.postCount() - 6L * PER_DAY);
    }
  }

  private static JsonNode get(HttpClient client, String url) throws Exception {
    return new Json()
        .parse(client
            .send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }
}
