package io.tidewatch.connectors.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.connectors.file.IngestSummary;
import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.pull.Pages;
import io.tidewatch.connectors.pull.Puller;
import io.tidewatch.connectors.pull.SourceConfig;
import io.tidewatch.connectors.pull.SourceConfigs;
import io.tidewatch.connectors.pull.WebPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.junit6.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes themselves: what they connect and what they do when it fails. */
final class RoutesTest extends CamelTestSupport {
  @TempDir
  Path folder;

  private Bench bench;
  private WebPeer peer;
  private Pages pages;
  private List<SourceConfig> sources;

  RoutesTest() {
    testConfiguration().withUseAdviceWith(true);
  }

  @Override
  protected RoutesBuilder[] createRouteBuilders() throws IOException {
    bench = new Bench(folder.resolve("data"));
    peer = new WebPeer();
    pages = new Pages(0, Duration.ofMillis(1));
    Path in = Files.createDirectories(folder.resolve("in"));
    sources = SourceConfigs.read(
        "sources:\n"
            + "  - {name: drop, kind: folder, path: \"" + in + "\", every: 1s}\n"
            + "  - {name: shop, kind: json, url: \"" + peer.url() + "/\", every: 1d}\n"
            + "  - {name: feed, kind: feed, url: \"" + peer.url() + "/\", cron: 0 3 * * *}\n",
        "t.yaml",
        name -> null);
    Map<SourceConfig, Puller> pulls = new LinkedHashMap<>();
    for (SourceConfig source : sources.subList(1, 3)) {
      pulls.put(source, new Puller(source, pages, bench.intake, bench.readers, bench.clock));
    }
    return new RoutesBuilder[] {
      new FileRoutes(sources.subList(0, 1), bench.files, bench.statistics), new PullRoutes(pulls)
    };
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.disableJMX();
    return context;
  }

  @AfterEach
  void closeAll() {
    pages.close();
    peer.close();
    bench.close();
  }

  private void swap(String route) throws Exception {
    AdviceWith.adviceWith(context, route, advice -> advice.replaceFromWith("direct:" + route));
  }

  private void startOnly(String route) throws Exception {
    for (String id : List.of("folder-drop", "pull-shop", "pull-feed")) {
      swap(id);
    }
    context.start();
    assertThat(context.getRoute(route)).isNotNull();
  }

  private static String click(int id) {
    return "{\"type\":\"click\",\"id\":\"" + id
        + "\",\"userId\":\"u\",\"at\":\"2025-06-01T00:00:00Z\"}";
  }

  @Test
  void file_thatAppears_isTakenIn() throws Exception {
    startOnly("folder-drop");
    Path file = Files.writeString(folder.resolve("t.jsonl"), click(1) + "\nbad\n");
    Object body = template.requestBody("direct:folder-drop", file.toFile());
    assertThat(((IngestSummary) body).counts()).isEqualTo(new IntakeCounts(2, 1, 0, 1, 0));
    assertThat(bench.statistics.sources().getFirst().lastSuccess()).isEqualTo(Bench.NOW);
  }

  @Test
  void file_whoseStoreIsAway_isTriedAgain() throws Exception {
    startOnly("folder-drop");
    bench.documents.beAway(3);
    Path file = Files.writeString(folder.resolve("t.jsonl"), click(1) + "\n");
    var done =
        new NotifyBuilder(context).fromRoute("folder-drop").whenCompleted(1).create();
    template.sendBody("direct:folder-drop", file.toFile());
    assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
    assertThat(bench.behavior.records()).hasSize(1);
  }

  @Test
  void file_ofNoKnownFormat_fails_soThatItIsMovedAway() throws Exception {
    startOnly("folder-drop");
    Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
    var failed =
        new NotifyBuilder(context).fromRoute("folder-drop").whenFailed(1).create();
    template.send("direct:folder-drop", e -> e.getMessage().setBody(file.toFile()));
    assertThat(failed.matches(20, TimeUnit.SECONDS)).isTrue();
    assertThat(bench.statistics.sources().getFirst().lastError()).contains("t.csv");
  }

  @Test
  void watchedFolder_movesWhatItTook() throws Exception {
    swap("pull-shop");
    swap("pull-feed");
    var done =
        new NotifyBuilder(context).fromRoute("folder-drop").whenCompleted(1).create();
    Path file = Files.writeString(folder.resolve("in/t.jsonl"), click(1) + "\n");
    context.start();
    assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
    assertThat(bench.behavior.records()).hasSize(1);
    assertThat(folder.resolve("in/.done/t.jsonl")).exists();
    assertThat(file).doesNotExist();
  }

  @Test
  void pull_thatFails_isHandled_theNextOneWorks() throws Exception {
    startOnly("pull-shop");
    peer.answer(e -> new WebPeer.Answer(500, ""));
    template.sendBody("direct:pull-shop", "");
    assertThat(bench.statistics.sources().getFirst().lastError()).contains("500");
    peer.answer(e -> new WebPeer.Answer(200, "[" + click(1) + "]"));
    Object body = template.requestBody("direct:pull-shop", "");
    assertThat(body).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
    assertThat(bench.statistics.sources().getFirst().lastError()).isNull();
  }

  @Test
  void schedules_areWhatTheSourcesSay() throws Exception {
    swap("folder-drop");
    peer.answer(e -> new WebPeer.Answer(200, "[" + click(1) + "]"));
    var done = new NotifyBuilder(context).fromRoute("pull-shop").whenDone(1).create();
    context.start();
    assertThat(done.matches(20, TimeUnit.SECONDS)).isTrue();
    assertThat(context.getRoute("pull-feed").getEndpoint().getEndpointUri())
        .contains("quartz")
        .contains("cron=0")
        .contains("Asia%2FShanghai");
    assertThat(context.getRoute("pull-shop").getEndpoint().getEndpointUri())
        .contains("period=86400000");
  }
}
