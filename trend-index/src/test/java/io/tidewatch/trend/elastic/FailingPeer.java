package io.tidewatch.trend.elastic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;

/**
 * A peer that speaks just enough to be opened and written to, and answers bulk requests as a test
 * lays down: the answers in order, then success.
 */
@NullUnmarked
final class FailingPeer implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<String> bulks = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private String stored = "{\"found\":false}";

  /** An answer to a bulk request; a null body gives none at all. */
  record Answer(int status, String body) {}

  FailingPeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answer(int status, String body) {
    answers.add(new Answer(status, body));
  }

  /** What a single document is read as. */
  void store(String document) {
    stored = document;
  }

  /** Bulk requests so far. */
  synchronized List<String> bulks() {
    return List.copyOf(bulks);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (path.endsWith("/_bulk")) {
      bulk(exchange, body);
    } else if (path.endsWith("/_mapping")) {
      send(exchange, 200, "{\"test\":{\"mappings\":{\"_meta\":{\"format\":2}}}}");
    } else if (path.endsWith("/_mget")) {
      send(exchange, 200, missing(body));
    } else if (path.contains("/_doc/")) {
      send(exchange, 200, stored);
    } else if (path.endsWith("/_search")) {
      send(
          exchange,
          200,
          "{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},"
              + "\"hits\":{\"hits\":[]}}");
    } else {
      send(exchange, 200, "{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}");
    }
  }

  private void bulk(HttpExchange exchange, String body) throws IOException {
    Answer next;
    synchronized (this) {
      bulks.add(body);
      next = answers.poll();
    }
    if (next == null) {
      long documents = body.lines().filter(l -> l.contains("\"_id\"")).count();
      send(exchange, 200, items("201,".repeat((int) documents)));
    } else if (next.body == null) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    } else {
      send(exchange, next.status, next.body);
    }
  }

  /** An answer to a bulk request with one status an item, such as {@code 201,429,}. */
  static String items(String statuses) {
    var items = new ArrayList<String>();
    for (String status : statuses.split(",")) {
      items.add("{\"create\":{\"_index\":\"test\",\"_id\":\"x\",\"status\":" + status
          + (status.startsWith("2")
              ? ",\"_seq_no\":7,\"_primary_term\":1,\"result\":\"created\""
              : ",\"error\":{\"type\":\"t\",\"reason\":\"because " + status + "\"}")
          + "}}");
    }
    return "{\"took\":1,\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
  }

  private static String missing(String body) {
    long ids = body.chars().filter(c -> c == '"').count() / 2 - 1;
    var docs = new ArrayList<String>();
    for (int i = 0; i < ids; i++) {
      docs.add("{\"_index\":\"test\",\"_id\":\"none" + i + "\",\"found\":false}");
    }
    return "{\"docs\":[" + String.join(",", docs) + "]}";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
