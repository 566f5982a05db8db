package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * Requests to one cluster. What may go away by itself (no connection, no answer in time, a full
 * queue) is tried again after growing pauses; what stays leaves as {@link
 * StoreUnavailableException}. Safe from any thread.
 */
final class ElasticCalls implements AutoCloseable {
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  /** The client's status of a request that got no answer. */
  private static final int NO_ANSWER = -1;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final ElasticSettings settings;
  private final Rest5Client rest;
  private final JsonpMapper mapper = new JacksonJsonpMapper();
  private final ElasticsearchClient client;
  private volatile boolean closed;

  /** A request. */
  @FunctionalInterface
  interface Call<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  /** A request through the transport, for answers that are read as a stream. */
  @FunctionalInterface
  interface RestCall<T> {
    T ask(Rest5Client client) throws IOException;
  }

  ElasticCalls(ElasticSettings settings) {
    this.settings = settings;
    Header[] headers = settings.apiKey() == null
        ? new Header[0]
        : new Header[] {new BasicHeader("Authorization", "ApiKey " + settings.apiKey())};
    this.rest = Rest5Client.builder(settings.urls())
        .setDefaultHeaders(headers)
        .setRequestConfigCallback(config ->
            config.setResponseTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS))
        .setConnectionConfigCallback(config -> config.setConnectTimeout(
            Math.min(CONNECT.toMillis(), settings.timeout().toMillis()), TimeUnit.MILLISECONDS))
        .build();
    this.client = new ElasticsearchClient(new Rest5ClientTransport(rest, mapper));
  }

  JsonpMapper mapper() {
    return mapper;
  }

  <T> T ask(String what, Call<T> call) {
    return patiently(what, () -> call.ask(client));
  }

  <T> T stream(String what, RestCall<T> call) {
    return patiently(what, () -> call.ask(rest));
  }

  /** Waits before attempt {@code attempt}, counted from 1. */
  void pause(int attempt) {
    try {
      Thread.sleep(settings.firstPause().multipliedBy(1L << Math.min(attempt - 1, 20)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("waiting for Elasticsearch was interrupted", e);
    }
  }

  int attempts() {
    return settings.attempts();
  }

  /** One line, whatever the cluster says. */
  StoreUnavailableException unavailable(String what, Exception cause) {
    return new StoreUnavailableException(
        "the index " + settings.index() + " at " + settings.urls().getFirst() + " cannot be " + what
            + ": " + String.valueOf(cause.getMessage()).replaceAll("\\s+", " "),
        cause);
  }

  @Override
  public void close() {
    closed = true;
    try {
      rest.close();
    } catch (IOException e) {
      throw unavailable("closed", e);
    }
  }

  /** An attempt. */
  @FunctionalInterface
  private interface Attempt<T> {
    T make() throws IOException;
  }

  private <T> T patiently(String what, Attempt<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.make();
      } catch (ElasticsearchException e) {
        if (!PASSING.contains(e.status()) || attempt == settings.attempts()) {
          throw unavailable(what, e);
        }
      } catch (ResponseException e) {
        if (!PASSING.contains(e.getResponse().getStatusCode()) || attempt == settings.attempts()) {
          throw unavailable(what, e);
        }
      } catch (TransportException e) {
        boolean passing = e.statusCode() == NO_ANSWER || PASSING.contains(e.statusCode());
        if (!passing || attempt == settings.attempts()) {
          throw unavailable(what, e);
        }
      } catch (IOException e) {
        if (attempt == settings.attempts()) {
          throw unavailable(what, e);
        }
      } catch (RuntimeException e) {
        // the client has no type of its own for the end of its connections
        throw closed ? unavailable(what, e) : e;
      }
      pause(attempt);
    }
  }
}
