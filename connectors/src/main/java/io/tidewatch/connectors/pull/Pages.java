package io.tidewatch.connectors.pull;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for pages over HTTP. A peer that does not answer in time, answers 429 or 5xx is asked again
 * with growing pauses; any other refusal is final. Safe from any thread.
 */
public final class Pages implements AutoCloseable {
  private static final int LIMIT = 64 << 20;

  private final HttpClient client;
  private final FailsafeExecutor<Object> retry;

  /** {@code retries} after the first try; the pause doubles from {@code firstDelay}. */
  public Pages(int retries, Duration firstDelay) {
    this.client = HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
    RetryPolicy<Object> policy = RetryPolicy.builder()
        .handle(IOException.class)
        .withMaxRetries(retries)
        .withBackoff(
            firstDelay.toMillis(), Math.max(30_000, 2 * firstDelay.toMillis()), ChronoUnit.MILLIS)
        .build();
    this.retry = Failsafe.with(policy);
  }

  /** A page with the content type it was sent under; the type is empty when not given. */
  static final class Page {
    private final byte[] body;
    private final String contentType;

    Page(byte[] body, String contentType) {
      this.body = body;
      this.contentType = contentType;
    }

    /** Not to be changed. */
    byte[] body() {
      return body;
    }

    String contentType() {
      return contentType;
    }
  }

  /** The body of one page, at most 64 MiB; throws {@link PullException} when there is none. */
  Page get(URI address, Map<String, String> headers, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(timeout).GET();
    headers.forEach(request::header);
    try {
      return retry.get(() -> once(request.build(), timeout));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new PullException(safe(address) + " does not answer: " + e.getCause(), e);
    }
  }

  private Page once(HttpRequest request, Duration timeout)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LIMIT));
    HttpResponse<byte[]> response;
    try {
      response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no whole page within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    }
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      throw new IOException("status " + status);
    }
    if (status != 200) {
      throw new PullException(safe(request.uri()) + " answers with status " + status);
    }
    return new Page(
        response.body(), response.headers().firstValue("content-type").orElse(""));
  }

  /** The address without its query: that may hold a secret. */
  private static String safe(URI address) {
    return address.getScheme() + "://" + address.getAuthority() + address.getPath();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
