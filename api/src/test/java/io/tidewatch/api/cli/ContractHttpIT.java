package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.question.Questions;
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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each question answers over HTTP: the same fields as the command prints. */
class ContractHttpIT {
  @TempDir
  private static Path dir;

  private static final Json JSON = new Json();
  private static Service service;
  private static Server server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    Path data = dir.resolve("data");
    service = Service.open(
        Settings.read(null, dir, Map.of("TIDEWATCH_DATA_DIR", data.toString()))
            .withAddress("127.0.0.1", 0),
        DataDirectory.own(data).orElseThrow(),
        InstantSource.system(),
        JSON);
    server = Server.start(service);
    client = HttpClient.newHttpClient();
    // The server owns the directory: this command goes through it.
    CliRun run = CliRun.of(
        data,
        "ingest",
        "--json",
        SmallWorld.posts(dir).toString(),
        SmallWorld.behavior(dir).toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    service.close();
  }

  static Stream<Contract> asked() {
    return Contract.asked();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void question_overHttp_hasTheFieldsOfTheContract(Contract line) throws Exception {
    Question question = Questions.described().all().stream()
        .filter(line::asks)
        .max(Comparator.comparingInt(q -> q.path().length()))
        .orElseThrow();
    HttpResponse<String> response = client.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + line.address(question)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);

    JsonNode answer = JSON.parse(response.body());

    JsonNode rows = answer.path("rows");
    List<JsonNode> all = rows.isArray() ? rows.valueStream().toList() : List.of(answer);
    assertThat(all.isEmpty()).isEqualTo(!line.hasRows());
    assertThat(all).allMatch(line::fits);
  }
}
