package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules from the command line and over HTTP, against a started server and a receiver. */
class RulesIT {
  private static final Json JSON = new Json();

  @TempDir
  private Path dir;

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();

  @Test
  void rules_fromTestToDelivery_areTheSameByCommandAndHttp() throws Exception {
    HttpServer robot =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    robot.createContext("/", exchange -> {
      received.add(
          JSON.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      byte[] ok = "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, ok.length);
      exchange.getResponseBody().write(ok);
      exchange.close();
    });
    robot.start();
    Path data = dir.resolve("data");
    assertThat(CliRun.of(data, "ingest", "--json", SmallWorld.posts(dir).toString())
            .code())
        .isZero();
    CliRun before = CliRun.of(
        data,
        "rules",
        "test",
        "--detector",
        "rising",
        "--kind",
        "brand",
        "--threshold",
        "4",
        "--json");
    assertThat(before.code()).as(before.err()).isZero();
    assertThat(before.last().path("alerts").asInt()).isPositive();
    try (Service service = open(data, robot.getAddress().getPort());
        Server server = Server.start(service);
        HttpClient client = HttpClient.newHttpClient()) {
      String api = "http://127.0.0.1:" + server.port();

      CliRun added = CliRun.of(
          data,
          "rules",
          "add",
          "品牌升温",
          "--detector",
          "rising",
          "--kind",
          "brand",
          "--threshold",
          "4",
          "--webhook",
          "marketing",
          "--json");
      assertThat(added.code()).as(added.err()).isZero();
      assertThat(added.last().path("rule").path("id").asText()).isEqualTo("品牌升温");
      assertThat(added.last().path("backTest")).isEqualTo(before.last());

      JsonNode message = received.poll(60, TimeUnit.SECONDS);
      assertThat(message).as("the server's own tick delivers").isNotNull();
      assertThat(message.path("markdown").path("text").asText()).contains("瑞幸").contains("上升分");
      CliRun run = CliRun.of(data, "rules", "run", "--json");
      assertThat(run.last().path("undelivered").asInt()).isZero();
      assertThat(received).as("told once").isEmpty();

      JsonNode alerts = get(client, api + "/api/v1/rules/alerts");
      assertThat(alerts.path("rows")).hasSize(1);
      assertThat(alerts.path("rows").path(0).path("state").asText()).isEqualTo("delivered");
      assertThat(alerts.path("rows").path(0).path("firings").path(0).path("evidence"))
          .isNotEmpty();
      JsonNode health = get(client, api + "/health");
      assertThat(health.path("status").asText()).isEqualTo("UP");
      assertThat(health.path("alerts").path("rules").asInt()).isEqualTo(1);
      assertThat(health.path("alerts").path("lastEvaluation").isTextual()).isTrue();
      assertThat(health.path("alerts").path("undelivered").asInt(-1)).isZero();
      assertThat(
              get(client, api + "/api/v1/rules/list").path("rows").valueStream().toList())
          .isEqualTo(CliRun.of(data, "rules", "list", "--json").rows());

      assertProblem(
          post(
              client,
              api,
              "rules/add",
              "{\"name\":\"x\",\"detector\":\"count\",\"query\":\"(\","
                  + "\"threshold\":1,\"webhook\":\"marketing\"}"),
          400,
          "query");
      assertProblem(
          post(
              client,
              api,
              "rules/add",
              "{\"name\":\"x\",\"detector\":\"count\",\"query\":\"瑞幸\","
                  + "\"threshold\":1,\"webhook\":\"nobody\"}"),
          400,
          "marketing");
      assertProblem(post(client, api, "rules/remove", "{\"id\":\"none\"}"), 404, "none");
      assertThat(post(client, api, "rules/mute", "{\"id\":\"品牌升温\",\"until\":\"2030-01-01\"}")
              .body())
          .contains("2029-12-31T16:00:00Z");
      HttpResponse<String> foreign = client.send(
          HttpRequest.newBuilder(URI.create(api + "/api/v1/rules/remove"))
              .header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"品牌升温\"}"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
      assertProblem(foreign, 415, "application/json");
      assertThat(CliRun.of(data, "rules", "remove", "品牌升温").code()).isZero();
      assertThat(CliRun.of(data, "rules", "remove", "品牌升温").code()).isEqualTo(1);
      assertThat(CliRun.of(data, "rules", "list", "--json").out()).isEmpty();
    } finally {
      robot.stop(0);
    }
  }

  @Test
  void rules_onAnEmptyDirectory_areNoneAndBadUsageIsExitTwo() {
    Path data = dir.resolve("empty");

    assertThat(CliRun.of(data, "rules", "list", "--json").out()).isEmpty();
    assertThat(
            CliRun.of(data, "rules", "run", "--json").last().path("undelivered").asInt(-1))
        .isZero();
    CliRun bad = CliRun.of(
        data, "rules", "test", "--detector", "rising", "--kind", "brand", "--threshold", "much");
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("threshold: a number is required, got much");
    CliRun mixed = CliRun.of(
        data,
        "rules",
        "test",
        "--detector",
        "count",
        "--kind",
        "brand",
        "--query",
        "瑞幸",
        "--threshold",
        "3");
    assertThat(mixed.code()).isEqualTo(2);
    assertThat(mixed.err()).contains("kind");
  }

  @Test
  void rules_levelOverRealDocuments_isToldOnceAndNotForWhatStayed() throws IOException {
    Path data = dir.resolve("level");
    var lines = new StringBuilder();
    Instant start = Instant.parse("2025-03-01T04:00:00Z");
    for (int day = 0; day < 95; day++) {
      // 瑞幸 settles at four times its level on the 71st day; the others stay
      for (int i = 0; i < (day < 70 ? 2 : 8); i++) {
        lines.append(post("l" + day + "-" + i, start, day, "瑞幸的生椰拿铁真的很好喝 " + day + i));
      }
      for (int i = 0; i < 6; i++) {
        lines.append(post("h" + day + "-" + i, start, day, "海底捞排队太久了，服务还是不错 " + day + i));
      }
    }
    Path file = Files.writeString(dir.resolve("level.jsonl"), lines);
    assertThat(CliRun.of(data, "ingest", "--json", file.toString()).code()).isZero();

    CliRun level = test(data, "level", "2");

    assertThat(level.code()).as(level.err()).isZero();
    JsonNode fired = level.last().path("fired");
    assertThat(fired).as(level.out()).hasSize(1);
    assertThat(fired.path(0).path("asOf").asText()).isBetween("2025-05-11", "2025-05-20");
    assertThat(fired.path(0).path("firings")).hasSize(1);
    JsonNode firing = fired.path(0).path("firings").path(0);
    assertThat(firing.path("key").asText()).isEqualTo("luckin");
    assertThat(firing.path("value").asDouble()).isBetween(2.0, 5.0);
    assertThat(firing.path("evidence")).isNotEmpty();
    assertThat(test(data, "level", "9").last().path("alerts").asInt(-1)).isZero();
    CliRun hourly = CliRun.of(
        data,
        "rules",
        "test",
        "--detector",
        "level",
        "--kind",
        "brand",
        "--threshold",
        "2",
        "--every",
        "1h");
    assertThat(hourly.code()).isEqualTo(2);
    assertThat(hourly.err()).contains("every: whole days are required by detector level");
    CliRun low = test(data, "climb", "1");
    assertThat(low.code()).isEqualTo(2);
    assertThat(low.err()).contains("threshold: a factor above 1 is required");
  }

  private static CliRun test(Path data, String detector, String threshold) {
    return CliRun.of(
        data,
        "rules",
        "test",
        "--detector",
        detector,
        "--kind",
        "brand",
        "--threshold",
        threshold,
        "--json");
  }

  private static String post(String id, Instant start, int day, String text) {
    return "{\"type\":\"post\",\"id\":\"%s\",\"source\":\"weibo\",\"authorId\":\"%s\",\"publishedAt\":\"%s\",\"text\":\"%s\"}%n"
        .formatted(id, id, start.plus(Duration.ofDays(day)), text);
  }

  private Service open(Path data, int port) throws IOException {
    Path file = Files.writeString(dir.resolve("tidewatch.yaml"), """
        webhooks:
          marketing:
            url: http://127.0.0.1:%d/robot/send?access_token=${env:ROBOT_TOKEN}
            secret: ${env:ROBOT_SECRET}
        """.formatted(port));
    return Service.open(
        Settings.read(
                file,
                dir,
                Map.of(
                    "TIDEWATCH_DATA_DIR", data.toString(),
                    "ROBOT_TOKEN", "t1",
                    "ROBOT_SECRET", "s1",
                    "TIDEWATCH_DEEP_LANE", "false"))
            .withAddress("127.0.0.1", 0),
        DataDirectory.own(data).orElseThrow(),
        InstantSource.system(),
        JSON);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String part) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
    assertThat(JSON.parse(response.body()).path("detail").asText()).contains(part);
  }

  private static HttpResponse<String> post(HttpClient client, String api, String path, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(api + "/api/v1/" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode get(HttpClient client, String url) throws Exception {
    return JSON.parse(client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body());
  }
}
