package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Server;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The started server, over HTTP and through commands that find it as the owner. */
class ServeIT {
  @TempDir
  private static Path dir;

  private static final Json JSON = new Json();
  private static ServedWorld world;
  private static Path data;
  private static Server server;

  @BeforeAll
  static void start() throws IOException {
    world = ServedWorld.start(dir);
    data = world.data();
    server = world.server();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void command_whileServed_answersAsHttpDoes() throws Exception {
    List<JsonNode> byCommand =
        CliRun.of(data, "trends", "rising", "--kind", "brand", "--json").rows();

    assertThat(byCommand).isNotEmpty();
    assertThat(
            get("/api/v1/trends/rising?kind=brand").path("rows").valueStream().toList())
        .isEqualTo(byCommand);
  }

  @Test
  void expand_withASeedTooLongForAnAddress_isAnswered() throws Exception {
    Path seed = dir.resolve("seed.txt");
    java.nio.file.Files.write(
        seed, java.util.stream.IntStream.range(0, 3000).mapToObj(i -> "u" + i).toList());

    CliRun run = CliRun.of(data, "audience", "expand", "--seed", seed.toString(), "--json");

    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void rows_asNdjsonAndCsv_areTheSameRows() throws Exception {
    HttpResponse<String> lines =
        send(request("/api/v1/trends/rising?kind=brand").header("Accept", "application/x-ndjson"));
    HttpResponse<String> csv =
        send(request("/api/v1/trends/rising?kind=brand").header("Accept", "text/csv"));

    assertThat(lines.body().lines().map(JSON::parse).toList())
        .isEqualTo(
            get("/api/v1/trends/rising?kind=brand").path("rows").valueStream().toList());
    assertThat(csv.body()).startsWith("\uFEFFkey,");
  }

  @Test
  void search_pagesByCursor_withoutGapsOrRepeats() throws Exception {
    String query = "/api/v1/search?top=50&query=" + encoded("生椰拿铁");
    var ids = new java.util.ArrayList<String>();
    JsonNode page = get(query);
    while (true) {
      page.path("rows").forEach(row -> ids.add(row.path("id").asText()));
      if (page.path("next").isNull()) {
        break;
      }
      page = get(query + "&cursor=" + encoded(page.path("next").asText()));
    }
    assertThat(ids).hasSize(24 * 4 + (SmallWorld.DAYS - 1) * 2).doesNotHaveDuplicates();
  }

  @Test
  void badArgument_isAProblemThatNamesIt() throws Exception {
    HttpResponse<String> response = send(request("/api/v1/trends/rising?kind=colour"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
    assertThat(JSON.parse(response.body()).path("detail").asText())
        .contains("kind")
        .contains("colour");
    assertThat(send(request("/api/v1/nothing")).statusCode()).isEqualTo(404);
    assertThat(send(request("/api/v1/document?key=weibo%2Fnone")).statusCode()).isEqualTo(404);
  }

  @Test
  void push_goodBadAndRepeatedRecords_countsEach() throws Exception {
    String body = """
        {"type":"post","id":"push1","source":"app","publishedAt":"2025-06-09T10:00:00+08:00","text":"星巴克的馥芮白不错"}
        {"type":"post","id":"push2","source":"app","publishedAt":"2025-02-30T10:00:00+08:00","text":"星巴克"}
        """;
    JsonNode first = push(body);
    JsonNode second = push(body);

    assertThat(first.path("received").asInt()).isEqualTo(2);
    assertThat(first.path("accepted").asInt()).isEqualTo(1);
    assertThat(first.path("malformed").asInt()).isEqualTo(1);
    assertThat(second.path("duplicate").asInt()).isEqualTo(1);
    assertThat(get("/api/v1/search?query=" + encoded("馥芮白")).path("rows")).hasSize(1);
  }

  @Test
  void candidates_ofAPushedTitle_areListedWithExamples() throws Exception {
    push("""
        {"type":"post","id":"title1","source":"shop","authorId":"a","publishedAt":"2025-06-01T08:00:00+08:00","text":"cartelo/卡帝乐 羽绒服男修身保暖外套"}
        """);

    JsonNode rows = get("/api/v1/catalogue/candidates?top=50").path("rows");
    JsonNode found = rows.valueStream()
        .filter(r -> r.path("name").asText().equals("卡帝乐"))
        .findFirst()
        .orElseThrow();

    assertThat(found.path("kind").asText()).isEqualTo("brand");
    assertThat(found.path("documents").asInt()).isEqualTo(1);
    assertThat(found.path("authors").asInt()).isEqualTo(1);
    assertThat(found.path("examples").toString()).contains("shop/title1");
    assertThat(get("/api/v1/catalogue/candidates?top=1").path("rows")).hasSize(1);
    assertThat(get("/api/v1/catalogue/candidates?to=2025-05-31").path("rows")).isEmpty();
    HttpResponse<String> refused = send(request("/api/v1/catalogue/candidates?top=0"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.parse(refused.body()).path("detail").asText()).contains("top");
  }

  @Test
  void health_namesEachSource() throws Exception {
    JsonNode health = get("/health");

    assertThat(health.path("status").asText()).isEqualTo("UP");
    assertThat(health.path("sources").valueStream().map(s -> s.path("source").asText()))
        .contains("weibo");
    assertThat(health.path("intake").path(0).path("counts").path("received").asLong())
        .isPositive();
    assertThat(health.path("intake").path(0).has("lastRun")).isTrue();
    assertThat(send(request("/health/live")).statusCode()).isEqualTo(200);
    assertThat(send(request("/metrics")).body()).contains("tidewatch_records_total");
  }

  @Test
  void openApi_describesEveryQuestion() throws Exception {
    JsonNode paths = get("/openapi.json").path("paths");

    world
        .service()
        .questions()
        .all()
        .forEach(q -> assertThat(paths.has("/api/v1/" + q.path())).as(q.path()).isTrue());
    assertThat(paths.has("/api/v1/records")).isTrue();
  }

  @Test
  void ownerCommands_withoutTheToken_areRefused() throws Exception {
    HttpResponse<String> response = send(request("/api/v1/ingest")
        .POST(HttpRequest.BodyPublishers.ofString("{\"paths\":[\"/etc/passwd\"]}")));

    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void start_onATakenPort_isRefusedAndNamesIt() {
    CliRun run =
        CliRun.of(dir.resolve("second"), "serve", "--port", Integer.toString(server.port()));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("port: one that is free on 127.0.0.1 is required, got " + server.port());
  }

  @Test
  void start_beyondLoopbackWithoutAKey_isRefused() {
    Path other = dir.resolve("open");
    try (Service open = Service.open(
        Settings.read(null, dir, Map.of("TIDEWATCH_DATA_DIR", other.toString()))
            .withAddress("0.0.0.0", 0),
        DataDirectory.own(other).orElseThrow(),
        InstantSource.system(),
        JSON)) {
      assertThatThrownBy(() -> Server.start(open))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("TIDEWATCH_API_KEY");
    }
  }

  private static JsonNode push(String body) throws Exception {
    return JSON.parse(send(request("/api/v1/records")
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .body());
  }

  @Test
  void profile_overHttp_isRefusedNearAnAnsweredGroup() throws Exception {
    String users = String.join(
        ",", java.util.stream.IntStream.range(0, 110).mapToObj(i -> "u" + i).toList());

    JsonNode first = get("/api/v1/audience/profile?seed=" + users);
    HttpResponse<String> near = send(request("/api/v1/audience/profile?seed=" + users + ",u111"));

    assertThat(first.path("rows").valueStream()).isNotEmpty();
    assertThat(near.statusCode()).isEqualTo(422);
    assertThat(near.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(near.body()).contains("differs by fewer than 100 users").doesNotContain("u111");
    JsonNode line = get("/api/v1/audit?action=audience/profile").path("rows").path(0);
    assertThat(line.path("outcome").asText()).isEqualTo("refused: difference");
    assertThat(line.path("caller").asText()).startsWith("http:");
    assertThat(CliRun.of(data, "audience", "profile", "--brand", "瑞幸", "--state", "Z")
            .code())
        .isEqualTo(2);
  }

  @Test
  void select_overHttpForAHoliday_saysWhatIsMissing() throws Exception {
    String select = "/api/v1/audience/select?brand=" + encoded("瑞幸") + "&holiday=";
    HttpResponse<String> young = send(request(select + "double-11"));
    assertThat(young.statusCode()).as(young.body()).isEqualTo(422);
    assertThat(young.body()).contains("holiday: facts before ");
    HttpResponse<String> unknown = send(request(select + "x"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("holiday: one of ").contains("double-11");
  }

  @Test
  void segments_overHttp_areSavedByPostAndShown() throws Exception {
    HttpResponse<String> saved = send(request("/api/v1/audience/segments/save")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(
            "{\"name\":\"拿铁\",\"query\":\"brand:瑞幸 state:P\"}")));

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(
            get("/api/v1/audience/segments").path("rows").path(0).path("users").asInt())
        .isEqualTo(120);
    assertThat(send(request("/api/v1/audience/segments/show?name=x")).statusCode())
        .isEqualTo(404);
    assertThat(send(request("/api/v1/audience/profile?segment=x")).statusCode()).isEqualTo(400);
    assertThat(send(request("/api/v1/audience/profile")).statusCode()).isEqualTo(400);
  }

  @Test
  void campaign_overHttp_choosesNeitherPathNorAddress() throws Exception {
    String path = "/api/v1/audience/campaign/";
    assertThat(change(path + "create", "{\"name\":\"http\",\"brand\":\"瑞幸\"}").statusCode())
        .isEqualTo(200);
    HttpResponse<String> out =
        change(path + "export", "{\"campaign\":\"http\",\"format\":\"csv\",\"out\":\"/tmp/x\"}");
    assertThat(out.statusCode()).isEqualTo(400);
    assertThat(out.body()).contains("out: one of campaign, format, hash, channel is required");
    HttpResponse<String> unconsented =
        change(path + "export", "{\"campaign\":\"http\",\"format\":\"csv\"}");
    assertThat(unconsented.statusCode()).isEqualTo(422);
    assertThat(unconsented.body()).contains("at least 20 persons").contains("no-consent");
    HttpResponse<String> address =
        change(path + "upload", "{\"campaign\":\"http\",\"to\":\"http://127.0.0.1:1/x\"}");
    assertThat(address.statusCode()).isEqualTo(400);
    assertThat(send(request(path + "export?campaign=http&format=csv")).statusCode())
        .as("reading changes nothing")
        .isEqualTo(405);
    assertThat(get(path + "list").path("rows")).hasSize(1);
    assertThat(get("/api/v1/audit?action=audience/campaign/export")
            .path("rows")
            .get(0)
            .path("caller")
            .asText())
        .startsWith("http:");
    assertThat(CliRun.of(data, "audience", "campaign", "show", "--campaign", "http")
            .code())
        .as("a command asks the owner")
        .isZero();
  }

  private static HttpResponse<String> change(String path, String body) throws Exception {
    return send(request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> response = send(request(path));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.parse(response.body());
  }

  private static HttpRequest.Builder request(String path) {
    return world.request(path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return world.send(request);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
