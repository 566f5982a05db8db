package io.tidewatch.connectors.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Posts one batch once. 2xx is taken; 408, 425, 429, 5xx, silence and a broken connection may pass;
 * any other answer, a redirect too, is a refusal. Safe from any thread.
 */
final class Peer implements AutoCloseable {
  private static final int LIMIT = 1 << 20;

  private final HttpClient client;
  private final Duration patience;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();

  Peer(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
    this.client = HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  UploadAnswer post(UploadBatch batch) throws PeerException, InterruptedException {
    HttpResponse<byte[]> response = send(batch);
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return read(response.body());
    }
    String said = "answers with status " + status;
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      Duration wait = retryAfter(response.headers().firstValue("Retry-After").orElse(""));
      if (wait != null && wait.compareTo(patience) > 0) {
        throw new PeerException.Later(said + " and asks to wait for " + wait.toSeconds() + " s");
      }
      throw new PeerException.Away(said, wait, null);
    }
    throw new PeerException.Refused(said);
  }

  private HttpResponse<byte[]> send(UploadBatch batch) throws PeerException, InterruptedException {
    UploadTarget target = batch.target();
    HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
        .timeout(target.timeout())
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Idempotency-Key", batch.key());
    String token = target.token();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    byte[] body = batch.json().getBytes(StandardCharsets.UTF_8);
    if (target.gzip()) {
      request.header("Content-Encoding", "gzip");
      body = zipped(body);
    }
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
        request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LIMIT));
    try {
      return answer.get(target.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new PeerException.Away(
          "does not answer within " + target.timeout().toMillis() + " ms", null, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String what = cause.getMessage() == null ? "" : ": " + cause.getMessage();
      throw new PeerException.Away(
          "does not answer: " + cause.getClass().getSimpleName() + what, null, e);
    }
  }

  private static byte[] zipped(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 4);
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new AssertionError("memory takes every byte", e);
    }
    return bytes.toByteArray();
  }

  /** What a peer says of the batch; nothing when it does not say it in JSON. */
  private UploadAnswer read(byte[] body) {
    try {
      JsonNode said = json.readTree(new String(body, StandardCharsets.UTF_8));
      JsonNode id = said == null ? null : said.get("id");
      JsonNode accepted = said == null ? null : said.get("accepted");
      return new UploadAnswer(
          id == null || id.isNull() || id.isContainerNode() ? null : id.asText(),
          accepted == null || !accepted.canConvertToLong() ? null : accepted.asLong(),
          1);
    } catch (JsonProcessingException e) {
      return new UploadAnswer(null, null, 1);
    }
  }

  /** Seconds or a date; null for neither. */
  private @Nullable Duration retryAfter(String header) {
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant at =
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
