package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidewatch.api.view.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** An advertising platform on loopback that takes audiences, or answers as it is told. */
final class AdPeer implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Integer> next = new ArrayDeque<>();
  final List<Got> got = Collections.synchronizedList(new ArrayList<>());

  /** A request that it took or not. */
  record Got(String key, String authorization, int status, JsonNode body) {}

  AdPeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/audiences", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/audiences";
  }

  /** The status of its next answers; 201 when nothing is said. */
  void then(Integer... statuses) {
    next.addAll(List.of(statuses));
  }

  /** Ids of users in the batches that it took. */
  List<String> users() {
    return got.stream()
        .filter(g -> g.status() == 201)
        .flatMap(g -> g.body().path("rows").valueStream())
        .map(row -> row.path("userId").asText())
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = new Json()
        .parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    int status = next.isEmpty() ? 201 : next.poll();
    got.add(new Got(
        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
        exchange.getRequestHeaders().getFirst("Authorization"),
        status,
        body));
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "0");
    }
    byte[] bytes = "{\"id\":\"batch-%d\",\"accepted\":%d}"
        .formatted(got.size(), body.path("rows").size())
        .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
