package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.tidewatch.api.http.Doors;
import io.tidewatch.api.view.Json;
import io.tidewatch.trend.elastic.ElasticSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents are in a cluster, and the cluster is not there. */
class DeadClusterTest {
  private static final int ATTEMPTS = 3;
  private static final List<String> QUESTIONS = List.of(
      "trends/rising?kind=brand",
      "trends/series?query=LV",
      "trends/share?of=luckin",
      "trends/movers?kind=brand",
      "search?query=LV",
      "document?key=weibo/1",
      "sources",
      "catalogue/candidates");
  private static final Json JSON = new Json();

  @TempDir
  private Path dir;

  @Test
  void question_nobodyListens_isAProblemOf503() throws Exception {
    URI nowhere;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    ask(nowhere, () -> {});
  }

  @Test
  void question_theClusterWentAway_isAProblemOf503() throws Exception {
    HttpServer cluster = cluster(exchange -> 200, new AtomicInteger());
    ask(URI.create("http://127.0.0.1:" + cluster.getAddress().getPort()), () -> cluster.stop(0));
  }

  @Test
  void question_theClusterStaysBusy_isAProblemOf503AfterItsRetries() throws Exception {
    var busy = new AtomicInteger(200);
    var requests = new AtomicInteger();
    HttpServer cluster = cluster(exchange -> busy.get(), requests);
    try {
      ask(URI.create("http://127.0.0.1:" + cluster.getAddress().getPort()), () -> {
        busy.set(503);
        requests.set(0);
      });
      assertThat(requests.get()).isGreaterThanOrEqualTo(ATTEMPTS * QUESTIONS.size());
    } finally {
      cluster.stop(0);
    }
  }

  /** Opens the store if the cluster is there, lets something happen to it, and asks. */
  private void ask(URI url, Runnable happening) throws Exception {
    Settings settings = settings(url);
    try (Service service = Service.open(
            settings,
            DataDirectory.own(settings.dataDir()).orElseThrow(),
            InstantSource.system(),
            JSON);
        var http = new io.tidewatch.api.http.HttpServer(
            service.questions(),
            new Doors(
                (body, type) -> "",
                Map.of(),
                () -> {
                  throw new IllegalStateException("nobody asks for it");
                },
                () -> ""),
            new io.tidewatch.api.http.HttpServer.Access(null, "token"),
            "0",
            JSON);
        HttpClient client = HttpClient.newHttpClient()) {
      int port = http.start("127.0.0.1", 0);
      try {
        service.documents();
      } catch (io.tidewatch.model.record.StoreUnavailableException e) {
        assertThat(e).hasMessageContaining("cannot be opened");
      }
      happening.run();
      for (String question : QUESTIONS) {
        HttpResponse<String> answer = client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + question))
                .timeout(Duration.ofSeconds(60))
                .build(),
            HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(question + " " + answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        JsonNode problem = JSON.parse(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(problem.path("detail").asText())
            .startsWith("the index talk at " + url + " cannot be");
        assertThat(answer.body()).doesNotContain("at io.", "at java.", "\\tat ", "\\n");
      }
      HttpResponse<String> catalogue = client.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/api/v1/catalogue/categories"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(catalogue.statusCode()).as("what needs no cluster").isEqualTo(200);
    }
  }

  private Settings settings(URI url) {
    Settings usual = Settings.read(null, dir, Map.of("TIDEWATCH_DEEP_LANE", "false"));
    return new Settings(
        dir.resolve("data"),
        usual.modelsDir(),
        usual.host(),
        0,
        null,
        usual.zone(),
        usual.deepLane(),
        usual.behaviorMegabytes(),
        new DocumentEngine.Elasticsearch(new ElasticSettings(
            List.of(url), "talk", null, Duration.ofSeconds(5), ATTEMPTS, Duration.ofMillis(1))),
        usual.retention(),
        usual.behaviorRetention(),
        usual.rules(),
        usual.campaigns(),
        usual.people(),
        null);
  }

  /** What the cluster answers with. */
  @FunctionalInterface
  private interface Status {
    int of(com.sun.net.httpserver.HttpExchange exchange);
  }

  /** A peer that speaks just enough for an empty index to be opened. */
  private static HttpServer cluster(Status status, AtomicInteger requests) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      requests.incrementAndGet();
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      String body;
      if (status.of(exchange) != 200) {
        body = "{\"error\":{\"type\":\"busy\",\"reason\":\"no room\"},\"status\":503}";
      } else if (path.endsWith("/_mapping")) {
        body = "{\"talk\":{\"mappings\":{\"_meta\":{\"format\":2}}}}";
      } else if (path.endsWith("/_search")) {
        body = "{\"took\":1,\"timed_out\":false,\"_shards\":"
            + "{\"total\":1,\"successful\":1,\"failed\":0},\"hits\":{\"hits\":[]}}";
      } else {
        body = "{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}";
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status.of(exchange), head ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    });
    server.start();
    return server;
  }
}
