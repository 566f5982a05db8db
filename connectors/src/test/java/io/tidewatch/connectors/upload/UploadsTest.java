package io.tidewatch.connectors.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route against a real peer on loopback, which behaves or misbehaves as told. */
class UploadsTest {
  private static final Instant NOW = Instant.parse("2025-11-11T08:00:00Z");
  private static final int RETRIES = 3;

  private final Deque<Answer> next = new ArrayDeque<>();
  private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer peer;
  private Uploads uploads;

  private record Got(Headers headers, byte[] body) {}

  /** How the peer answers once; a negative status keeps it silent. */
  private record Answer(int status, String body, String retryAfter) {}

  @BeforeEach
  void start() throws IOException {
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.createContext("/audiences", this::answer);
    peer.setExecutor(threads);
    peer.start();
    uploads = uploads(Duration.ofMillis(1));
  }

  private static Uploads uploads(Duration firstDelay) {
    return new Uploads(
        new UploadPace(RETRIES, firstDelay, firstDelay.multipliedBy(4), Duration.ofSeconds(60)),
        InstantSource.fixed(NOW));
  }

  @AfterEach
  void stop() {
    uploads.close();
    closing.countDown();
    peer.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    got.add(new Got(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
    Answer answer = next.isEmpty() ? new Answer(200, "{}", null) : next.poll();
    if (answer.status() < 0) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    if (answer.retryAfter() != null) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void then(int... statuses) {
    for (int status : statuses) {
      next.add(new Answer(status, status < 300 ? "{\"id\":\"p-9\",\"accepted\":2}" : "", null));
    }
  }

  private UploadTarget target(String token, boolean gzip, Duration timeout) {
    return new UploadTarget(
        "ads",
        URI.create("http://127.0.0.1:" + peer.getAddress().getPort() + "/audiences"),
        token,
        gzip,
        timeout);
  }

  private UploadBatch batch() {
    return new UploadBatch(target(null, false, Duration.ofSeconds(5)), "k:0", "{\"rows\":[]}");
  }

  private UploadException failure(Uploads over, UploadBatch batch) {
    try {
      UploadAnswer answer = over.send(batch);
      throw new AssertionError("a failure was expected, got " + answer);
    } catch (UploadException e) {
      return e;
    }
  }

  @Test
  void send_aTakenBatch_carriesKeyTokenAndBodyAndGivesTheReceipt() {
    then(201);
    UploadAnswer answer = uploads.send(
        new UploadBatch(target("s3cret", false, Duration.ofSeconds(5)), "k:0", "{\"人\":1}"));
    assertThat(answer).isEqualTo(new UploadAnswer("p-9", 2L, 1));
    Headers headers = got.getFirst().headers();
    assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("k:0");
    assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer s3cret");
    assertThat(headers.getFirst("Content-Type")).startsWith("application/json");
    assertThat(new String(got.getFirst().body(), StandardCharsets.UTF_8)).isEqualTo("{\"人\":1}");
  }

  @Test
  void send_compressed_unzipsToTheSameBody() throws IOException {
    uploads.send(new UploadBatch(target(null, true, Duration.ofSeconds(5)), "k", "{\"rows\":[1]}"));
    assertThat(got.getFirst().headers().getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(got.getFirst().headers().containsKey("Authorization")).isFalse();
    try (var in =
        new GZIPInputStream(new java.io.ByteArrayInputStream(got.getFirst().body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("{\"rows\":[1]}");
    }
  }

  @Test
  void send_peerThatSaysNothingOfTheBatch_isTakenAllTheSame() {
    next.add(new Answer(200, "thanks", null));
    assertThat(uploads.send(batch())).isEqualTo(new UploadAnswer(null, null, 1));
    next.add(new Answer(204, "", null));
    assertThat(uploads.send(batch())).isEqualTo(new UploadAnswer(null, null, 1));
    next.add(new Answer(200, "{\"id\":7,\"accepted\":\"many\"}", null));
    assertThat(uploads.send(batch())).isEqualTo(new UploadAnswer("7", null, 1));
  }

  @Test
  void send_busyThenWilling_isSentAgainUnderTheSameKey() {
    then(429, 503, 200);
    assertThat(uploads.send(batch()).attempts()).isEqualTo(3);
    assertThat(got)
        .extracting(g -> g.headers().getFirst("Idempotency-Key"))
        .containsExactly("k:0", "k:0", "k:0");
  }

  @Test
  void send_brokenForever_endsAfterTheRetries() {
    then(500, 500, 500, 500, 200);
    UploadException failure = failure(uploads, batch());
    assertThat(failure).hasMessage("ads answers with status 500");
    assertThat(failure.isRefused()).isFalse();
    assertThat(failure.attempts()).isEqualTo(RETRIES + 1);
    assertThat(got).hasSize(RETRIES + 1);
  }

  @Test
  void send_refusedOrRedirected_isNotSentAgain() {
    for (int status : List.of(400, 401, 403, 409, 413, 422, 302)) {
      got.clear();
      then(status);
      UploadException failure = failure(uploads, batch());
      assertThat(failure.isRefused()).as("status %d", status).isTrue();
      assertThat(failure).hasMessage("ads answers with status " + status);
      assertThat(got).as("status %d", status).hasSize(1);
    }
  }

  @Test
  void send_peerThatAsksToWait_getsItsTime() {
    try (var slow = uploads(Duration.ofMinutes(10))) {
      next.add(new Answer(429, "", "0"));
      next.add(new Answer(503, "", "Tue, 11 Nov 2025 08:00:00 GMT"));
      next.add(new Answer(429, "", "Mon, 10 Nov 2025 08:00:00 GMT"));
      then(200);
      assertThat(slow.send(batch()).attempts())
          .as("our own pause would be ten minutes")
          .isEqualTo(4);
    }
  }

  @Test
  void send_peerThatAsksForHours_isLeftAlone() {
    next.add(new Answer(429, "", "3600"));
    UploadException failure = failure(uploads, batch());
    assertThat(failure).hasMessage("ads answers with status 429 and asks to wait for 3600 s");
    assertThat(failure.isRefused()).isFalse();
    assertThat(got).hasSize(1);
  }

  @Test
  void send_silentPeer_isAskedAgainAfterTheTimeout() {
    next.add(new Answer(-1, "", null));
    then(200);
    UploadAnswer answer =
        uploads.send(new UploadBatch(target(null, false, Duration.ofMillis(300)), "k:0", "{}"));
    assertThat(answer.attempts()).isEqualTo(2);
  }

  @Test
  void send_nobodyThere_endsAfterTheRetriesAndSaysSo() {
    peer.stop(0);
    UploadException failure = failure(uploads, batch());
    assertThat(failure.attempts()).isEqualTo(RETRIES + 1);
    assertThat(failure.isRefused()).isFalse();
    assertThat(failure.getMessage()).startsWith("ads does not answer: ConnectException");
  }

  @Test
  void target_plainHttpBeyondLoopback_isRefusedWithoutShowingSecrets() {
    for (String url : List.of(
        "http://ads.example.com/a?key=geheim", "https://u:geheim@ads.example.com/", "ftp://x/")) {
      assertThatThrownBy(
              () -> new UploadTarget("ads", URI.create(url), null, false, Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("campaigns.targets.ads.url")
          .hasMessageNotContaining("geheim");
    }
    var fine = new UploadTarget(
        "ads",
        URI.create("https://ads.example.com/a?key=geheim"),
        "t0ken",
        false,
        Duration.ofSeconds(1));
    assertThat(fine.toString()).isEqualTo("target ads");
  }
}
