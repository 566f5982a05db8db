package io.tidewatch.api.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tidewatch.api.view.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver on loopback that behaves as a DingTalk robot does, or as it is told to misbehave. */
final class Robot implements AutoCloseable {
  private static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";

  private final String secret;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Misbehaviour> next = new ArrayDeque<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  final CountDownLatch silent = new CountDownLatch(1);
  final List<Message> received = Collections.synchronizedList(new ArrayList<>());

  /** How it answers once instead of taking the message. */
  enum Misbehaviour {
    FAILS,
    HANGS,
    REFUSES
  }

  record Message(String id, String token, long timestamp, JsonNode body) {}

  Robot(String secret) throws IOException {
    this(secret, 0);
  }

  Robot(String secret, int port) throws IOException {
    this.secret = secret;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/robot/send", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  Webhook webhook() {
    return Webhook.of("marketing", url(), secret, false);
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/robot/send?access_token=token%2F1";
  }

  void then(Misbehaviour... misbehaviours) {
    next.addAll(List.of(misbehaviours));
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = new Json()
        .parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    Misbehaviour misbehaviour = next.poll();
    received.add(new Message(
        URLDecoder.decode(
            exchange.getRequestHeaders().getFirst("Idempotency-Key"), StandardCharsets.UTF_8),
        query.getOrDefault("access_token", ""),
        Long.parseLong(query.get("timestamp")),
        body));
    if (misbehaviour == null) {
      boolean signed = expected(query.get("timestamp")).equals(query.get("sign"));
      send(exchange, 200, signed ? OK : "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
      return;
    }
    switch (misbehaviour) {
      case FAILS -> send(exchange, 500, "broken");
      case REFUSES ->
        send(exchange, 200, "{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");
      case HANGS -> {
        silent.countDown();
        try {
          closing.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        exchange.close();
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(String raw) {
    var query = new HashMap<String, String>();
    for (String pair : raw.split("&", -1)) {
      int at = pair.indexOf('=');
      query.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  private String expected(String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(
              mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
