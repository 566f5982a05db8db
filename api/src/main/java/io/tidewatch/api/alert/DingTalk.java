package io.tidewatch.api.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The protocol of DingTalk's custom robots: a signed POST of a Markdown message, answered by an
 * error code of 0. Redirects are not followed. Safe from any thread.
 */
final class DingTalk implements AutoCloseable {
  private static final int LARGEST_ANSWER = 64 << 10;
  private static final int TOO_FAST = 130_101;

  /** A robot that was sent too much is silent for ten minutes. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final HttpClient client;
  private final Duration timeout;
  private final InstantSource clock;
  private final Json json;

  /** {@code timeout} bounds one whole exchange. */
  DingTalk(Duration timeout, InstantSource clock, Json json) {
    this.client = HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
    this.timeout = timeout;
    this.clock = clock;
    this.json = json;
  }

  /** Sends once; returns when the receiver has taken the message. */
  void send(Webhook webhook, AlertMessage message) throws DeliveryException {
    HttpRequest request = HttpRequest.newBuilder(signed(webhook))
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Idempotency-Key", URLEncoder.encode(message.id(), StandardCharsets.UTF_8))
        .POST(HttpRequest.BodyPublishers.ofString(json.line(Map.of(
            "msgtype",
            "markdown",
            "markdown",
            Map.of("title", message.title(), "text", message.text())))))
        .build();
    check(exchange(request));
  }

  private HttpResponse<String> exchange(HttpRequest request) throws DeliveryException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new DeliveryException("no answer within " + timeout.toMillis() + " ms", Duration.ZERO);
    } catch (ExecutionException e) {
      // Its message could name the address.
      String kind = String.valueOf(e.getCause()).replaceFirst("[:\\s].*", "");
      throw new DeliveryException("no connection: " + kind, Duration.ZERO);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new DeliveryException("interrupted", Duration.ZERO);
    }
  }

  private void check(HttpResponse<String> response) throws DeliveryException {
    if (response.statusCode() != 200) {
      throw new DeliveryException(
          "status " + response.statusCode(),
          response.statusCode() == 429 ? SILENCE : Duration.ZERO);
    }
    JsonNode body;
    try {
      body = json.parse(response.body());
    } catch (IllegalArgumentException e) {
      throw new DeliveryException("the answer is not JSON", Duration.ZERO);
    }
    JsonNode code = body.path("errcode");
    if (!code.isInt()) {
      throw new DeliveryException("the answer has no errcode", Duration.ZERO);
    }
    if (code.asInt() != 0) {
      String reason = body.path("errmsg").asText();
      throw new DeliveryException(
          "errcode " + code.asInt() + ": " + reason.substring(0, Math.min(200, reason.length())),
          code.asInt() == TOO_FAST ? SILENCE : Duration.ZERO);
    }
  }

  private URI signed(Webhook webhook) {
    String timestamp = Long.toString(clock.millis());
    String query = "timestamp="
        + timestamp
        + "&sign="
        + URLEncoder.encode(signature(timestamp, webhook.secret()), StandardCharsets.UTF_8);
    String url = webhook.url().toString();
    return URI.create(url + (url.indexOf('?') < 0 ? "?" : "&") + query);
  }

  /** Base64 of the HMAC-SHA256 of the timestamp, a line break and the secret, by the secret. */
  static String signature(String timestamp, String secret) {
    try {
      byte[] key = secret.getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] text = (timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is missing", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
