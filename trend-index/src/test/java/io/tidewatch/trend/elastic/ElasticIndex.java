package io.tidewatch.trend.elastic;

import io.tidewatch.trend.Samples;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty index for each test, on one node for all tests of the run. */
@NullUnmarked
public final class ElasticIndex implements BeforeEachCallback, AfterEachCallback {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private ElasticNode node;
  private ElasticDocumentStore store;
  private String index;

  private record Shared(ElasticNode node) implements AutoCloseable {
    @Override
    public void close() {
      node.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    node = context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(ElasticIndex.class))
        .computeIfAbsent("node", k -> new Shared(ElasticNode.started()), Shared.class)
        .node();
    index = "test-" + NUMBER.incrementAndGet();
    store = open();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
    if (store != null) {
      store.close();
      var delete =
          HttpRequest.newBuilder(node.url().resolve("/" + index)).DELETE().build();
      HttpClient.newHttpClient().send(delete, HttpResponse.BodyHandlers.discarding());
    }
  }

  ElasticDocumentStore store() {
    return store;
  }

  ElasticNode node() {
    return node;
  }

  String name() {
    return index;
  }

  /** Opens the index of the test once more. */
  ElasticDocumentStore open() {
    return new ElasticDocumentStore(settings(), () -> Samples.CATALOGUE);
  }

  ElasticSettings settings() {
    return new ElasticSettings(
        List.of(node.url()), index, null, Duration.ofSeconds(30), 3, Duration.ofMillis(50));
  }
}
