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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audiences of persons and of a store's visitors, by the command line and over HTTP. */
class PersonAudienceIT {
  private static final Json JSON = new Json();

  @TempDir
  private Path dir;

  private Path data;
  private int files;

  /**
   * The first sixty users also came under a cookie, and to a store with their devices; those with even
   * numbers consented to its Wi-Fi page. Ten more devices are known by sensors alone.
   */
  @BeforeEach
  void ingest() throws IOException {
    data = dir.resolve("data");
    CliRun run = CliRun.of(data, "ingest", "--json", SmallWorld.behavior(dir).toString());
    assertThat(run.code()).as(run.err()).isZero();
    var lines = new StringBuilder();
    String visit = SmallWorld.END.minus(3, ChronoUnit.DAYS).toString();
    for (int u = 0; u < 60; u++) {
      lines.append(
          "{\"type\":\"click\",\"id\":\"k%1$d\",\"userId\":\"cookie-%1$d\",\"at\":\"%2$s\",\"productId\":\"luckin.coconut-latte\"}%n"
              .formatted(u, visit));
      lines.append(
          "{\"type\":\"sensor\",\"id\":\"v%1$d\",\"storeId\":\"s-1\",\"device\":\"02:aa:%1$d\",\"via\":\"wifi\",\"at\":\"%2$s\"}%n"
              .formatted(u, visit));
      lines.append(
          "{\"type\":\"consent\",\"id\":\"n%1$d\",\"userId\":\"u%1$d\",\"purpose\":\"wifi\",\"granted\":%3$s,\"at\":\"%2$s\"}%n"
              .formatted(u, visit, u % 2 == 0));
    }
    for (int u = 60; u < 70; u++) {
      lines.append(
          "{\"type\":\"sensor\",\"id\":\"v%1$d\",\"storeId\":\"s-1\",\"device\":\"02:aa:%1$d\",\"via\":\"wifi\",\"at\":\"%2$s\"}%n"
              .formatted(u, visit));
    }
    take(lines.toString());
  }

  private void tie() throws IOException {
    var lines = new StringBuilder();
    for (int u = 0; u < 60; u++) {
      lines.append(link("c" + u, u, "cookie", "cookie-" + u, "login"));
      lines.append(link("d" + u, u, "device", "02:aa:" + u, "wifi-page"));
    }
    take(lines.toString());
  }

  private static String link(String id, int user, String kind, String value, String evidence) {
    return "{\"type\":\"identity\",\"id\":\"%s\",\"from\":{\"kind\":\"user\",\"value\":\"u%d\"},\"to\":{\"kind\":\"%s\",\"value\":\"%s\"},\"evidence\":\"%s\",\"at\":\"2025-06-01T08:00:00Z\"}%n"
        .formatted(id, user, kind, value, evidence);
  }

  private void take(String lines) throws IOException {
    Path file = Files.writeString(dir.resolve("in" + files++ + ".jsonl"), lines);
    CliRun run = CliRun.of(data, "ingest", "--json", file.toString());
    assertThat(run.last().path("accepted").asLong())
        .as(run.err())
        .isEqualTo(lines.lines().count());
  }

  private List<JsonNode> rows(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    CliRun run = CliRun.of(data, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }

  private int interested(String... more) {
    return rows(Stream.concat(Stream.of("audience", "assets", "--brand", "瑞幸"), Stream.of(more))
            .toArray(String[]::new))
        .stream()
        .filter(row -> row.path("state").asText().equals("I"))
        .findFirst()
        .orElseThrow()
        .path("users")
        .asInt();
  }

  @Test
  void assets_ofBuyersUnderCookies_countPersons_unlessIdsAreKeptApart() throws IOException {
    int apart = interested();
    tie();
    Path config = Files.writeString(dir.resolve("ids.yaml"), "audience: {join: ids}\n");

    int joined = interested();

    assertThat(interested("--config", config.toString())).isEqualTo(apart);
    assertThat(joined).isLessThan(apart - 20);
    Path seed = Files.writeString(
        dir.resolve("seed.txt"),
        IntStream.range(100, 150).mapToObj(u -> "u" + u + "\n").collect(Collectors.joining()));
    List<JsonNode> reached =
        rows("audience", "expand", "--seed", seed.toString(), "--size", "1000");
    assertThat(reached)
        .filteredOn(row -> number(row) < 60)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.path("otherIds"))
            .isEqualTo(JSON.parse("[\"cookie-" + number(row) + "\"]")));
    assertThat(reached)
        .filteredOn(row -> number(row) >= 60)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.path("otherIds")).isEmpty());
  }

  /** Of an account; nobody is named by a cookie. */
  private static int number(JsonNode row) {
    assertThat(row.path("userId").asText()).startsWith("u");
    return Integer.parseInt(row.path("userId").asText().substring(1));
  }

  @Test
  void segment_withANewCookieAndANewPhone_keepsItsSize() throws IOException {
    tie();
    rows("audience", "segments", "save", "拿铁", "--query", "did:click product:luckin.coconut-latte");
    JsonNode before = rows("audience", "segments", "show", "拿铁").getFirst();
    take(
        "{\"type\":\"click\",\"id\":\"new\",\"userId\":\"cookie-new\",\"at\":\"2025-06-09T01:00:00Z\",\"productId\":\"luckin.coconut-latte\"}%n"
                .formatted()
            + link("new", 1, "cookie", "cookie-new", "login")
            + link("phone", 1, "phone", "13900001111", "login"));

    JsonNode after = rows("audience", "segments", "show", "拿铁").getFirst();

    assertThat(before.path("users").asInt()).isPositive();
    assertThat(after.path("users")).isEqualTo(before.path("users"));
  }

  @Test
  void erase_ofOneId_takesThePersonOutOfEveryAudience() throws IOException {
    tie();
    Path seed = Files.writeString(dir.resolve("seed.txt"), "cookie-1\nu1\n");
    rows("audience", "expand", "--seed", seed.toString(), "--directions", "interest");

    rows("erase", "--user", "cookie-1");

    CliRun gone = CliRun.of(data, "audience", "expand", "--seed", seed.toString());
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err()).contains("got none among 2");
  }

  @Test
  void store_visitors_areASeedByCommandAndOverHttp() throws Exception {
    tie();
    String[] command = {"audience", "expand", "--store", "s-1", "--store-days", "7", "--size", "500"
    };
    List<JsonNode> byCommand = rows(command);
    assertThat(byCommand).isNotEmpty();
    assertThat(byCommand)
        .as("the thirty who consented are the seed, not the answer")
        .noneMatch(row -> isVisitor(row.path("userId").asText()));
    assertThat(rows("audience", "features", "--store", "s-1")).isNotEmpty();
    JsonNode campaign = rows(
            "audience", "campaign", "create", "--name", "visit", "--brand", "瑞幸", "--store", "s-1")
        .getFirst();
    assertThat(campaign.path("size").asInt()).isPositive();

    try (Service service = open();
        Server server = Server.start(service);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          get(client, server, "/api/v1/audience/expand?store=s-1&storeDays=7&size=500");
      assertThat(JSON.parse(answer.body()).path("rows").valueStream().toList())
          .isEqualTo(byCommand);
      HttpResponse<String> unknown = get(client, server, "/api/v1/audience/expand?store=s-9");
      assertThat(unknown.statusCode()).isEqualTo(400);
      assertThat(unknown.body()).contains("store: one of s-1 is required, got s-9");
      assertThat(get(client, server, "/api/v1/audience/expand?store=s-1&brand=x&storeDays=0")
              .statusCode())
          .isEqualTo(400);
    }
  }

  private static boolean isVisitor(String user) {
    return user.matches("u\\d+")
        && Integer.parseInt(user.substring(1)) < 60
        && Integer.parseInt(user.substring(1)) % 2 == 0;
  }

  @Test
  void store_unknownOrWithoutConsentedVisitors_isSaidClearly() {
    CliRun unknown = CliRun.of(data, "audience", "expand", "--store", "s-9");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("store: one of s-1 is required, got s-9");

    CliRun nobody = CliRun.of(data, "audience", "expand", "--store", "s-1");
    assertThat(nobody.code()).as("no device is tied yet").isEqualTo(1);
    assertThat(nobody.err())
        .contains("got none among 70 devices in s-1")
        .contains("sensed-only=70");

    CliRun both = CliRun.of(data, "audience", "expand", "--store", "s-1", "--brand", "瑞幸");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("either a brand, a seed, a segment or a store is required");
    CliRun days = CliRun.of(data, "audience", "expand", "--brand", "瑞幸", "--store-days", "7");
    assertThat(days.code()).isEqualTo(2);
    assertThat(days.err()).contains("storeDays: a store is required beside it, got 7");
  }

  private Service open() {
    return Service.open(
        Settings.read(null, dir, Map.of("TIDEWATCH_DATA_DIR", data.toString()))
            .withAddress("127.0.0.1", 0),
        DataDirectory.own(data).orElseThrow(),
        InstantSource.system(),
        JSON);
  }

  private static HttpResponse<String> get(HttpClient client, Server server, String path)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
