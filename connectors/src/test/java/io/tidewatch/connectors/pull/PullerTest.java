package io.tidewatch.connectors.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.IntakeStatus;
import io.tidewatch.connectors.pull.WebPeer.Answer;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PullerTest {
  @TempDir
  Path folder;

  private Bench bench;
  private WebPeer peer;
  private Pages pages;

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(folder);
    peer = new WebPeer();
    pages = new Pages(2, Duration.ofMillis(1));
  }

  @AfterEach
  void close() {
    pages.close();
    peer.close();
    bench.close();
  }

  private Puller json(String query, String more) {
    return puller("kind: json\n    url: \"" + peer.url() + "/items" + query + "\"\n    " + more);
  }

  private Puller puller(String entry) {
    String yaml = "sources:\n  - name: shop\n    every: 1m\n    " + entry + "\n";
    SourceConfig source =
        SourceConfigs.read(yaml, "t.yaml", Map.of("TOKEN", "geheim")::get).getFirst();
    return new Puller(source, pages, bench.intake, bench.readers, bench.clock);
  }

  private static String post(int id) {
    return "{\"type\":\"post\",\"id\":\"" + id
        + "\",\"publishedAt\":\"2025-06-01T00:00:00Z\",\"text\":\"第" + id + "\"}";
  }

  private static String page(String next, int... ids) {
    var items = new StringBuilder();
    for (int id : ids) {
      items.append(items.isEmpty() ? "" : ",").append(post(id));
    }
    return "{\"data\":{\"list\":[" + items + "],\"next\":" + next + "}}";
  }

  private IntakeStatus status() {
    return bench.statistics.sources().getFirst();
  }

  @Test
  void pages_areFollowedByCursor_secretIsSent() {
    peer.answer(e -> "geheim!".equals(e.getRequestHeaders().getFirst("X-Token"))
        ? new Answer(
            200,
            String.valueOf(e.getRequestURI()).endsWith("after=")
                ? page("\"ä b\"", 1, 2)
                : page("null", 3))
        : new Answer(401, ""));
    Puller puller = json(
        "?after=${cursor}",
        "items: data.list\n    cursor: data.next\n    headers: {X-Token: \"${env:TOKEN}!\"}");
    assertThat(puller.run()).isEqualTo(new IntakeCounts(3, 3, 0, 0, 0));
    assertThat(peer.asked()).containsExactly("/items?after=", "/items?after=%C3%A4+b");
    assertThat(bench.documents.records())
        .extracting(d -> d.key().toString())
        .containsExactly("shop/1", "shop/2", "shop/3");
    assertThat(bench.documents.heartbeats())
        .singleElement()
        .extracting(h -> h.envelope().source())
        .isEqualTo("shop");
    assertThat(status().lastSuccess()).isEqualTo(Bench.NOW);
    assertThat(puller.run()).isEqualTo(new IntakeCounts(3, 0, 3, 0, 0));
  }

  @Test
  void pages_areCountedUntilOneIsEmpty() {
    peer.answer(e -> new Answer(
        200, String.valueOf(e.getRequestURI()).endsWith("p=3") ? "[]" : "[" + post(1) + "]"));
    assertThat(json("?p=${page}", "").run()).isEqualTo(new IntakeCounts(2, 1, 1, 0, 0));
    assertThat(peer.asked()).hasSize(3);
  }

  @Test
  void knownPage_endsTheRun_whereAsked() {
    peer.answer(e -> new Answer(200, page("\"" + peer.asked().size() + "\"", 1)));
    Puller puller =
        json("?c=${cursor}", "cursor: data.next\n    stopWhenKnown: true\n    maxPages: 5");
    assertThat(puller.run()).isEqualTo(new IntakeCounts(2, 1, 1, 0, 0));
  }

  @Test
  void cursorLoop_endsTheRun_whatWasReadIsKept() {
    peer.answer(e -> new Answer(200, page("\"same\"", peer.asked().size())));
    assertThatThrownBy(() -> json("?c=${cursor}", "cursor: data.next").run())
        .isInstanceOf(PullException.class)
        .hasMessageContaining("read before");
    assertThat(bench.documents.records()).hasSize(2);
    assertThat(bench.documents.heartbeats()).isEmpty();
    assertThat(status().lastError()).contains("read before");
  }

  @Test
  void nextPageOnAnotherHost_isNotAsked() {
    peer.answer(e -> new Answer(200, page("\"http://example.invalid/x\"", 1)));
    assertThatThrownBy(() -> json("?c=${cursor}", "cursor: data.next").run())
        .hasMessageContaining("another host");
  }

  @Test
  void serverError_isAskedAgain_thenGivenUp() {
    var calls = new AtomicInteger();
    peer.answer(e ->
        calls.incrementAndGet() < 3 ? new Answer(500, "") : new Answer(200, "[" + post(1) + "]"));
    assertThat(json("", "").run()).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
    peer.answer(e -> new Answer(503, ""));
    assertThatThrownBy(() -> json("?secret=1", "").run())
        .isInstanceOf(PullException.class)
        .hasMessageContaining("status 503")
        .hasMessageNotContaining("secret");
    assertThat(peer.asked()).hasSize(6);
  }

  @Test
  void refusal_isFinal() {
    peer.answer(e -> new Answer(403, ""));
    assertThatThrownBy(() -> json("", "").run()).hasMessageContaining("status 403");
    assertThat(peer.asked()).hasSize(1);
  }

  @Test
  void slowServer_isGivenUpInTime() {
    var release = new CountDownLatch(1);
    peer.answer(e -> {
      try {
        release.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException x) {
        Thread.currentThread().interrupt();
      }
      return new Answer(200, "[]");
    });
    pages = new Pages(0, Duration.ofMillis(1));
    assertThatThrownBy(() -> json("", "timeout: 1s").run())
        .isInstanceOf(PullException.class)
        .hasMessageContaining("does not answer");
    release.countDown();
  }

  @Test
  void pageThatStopsInTheMiddle_isGivenUpInTime() {
    var release = new CountDownLatch(1);
    peer.answer(e -> {
      try {
        e.sendResponseHeaders(200, 1000);
        e.getResponseBody().write('[');
        e.getResponseBody().flush();
        release.await(20, TimeUnit.SECONDS);
      } catch (IOException | InterruptedException x) {
        throw new IllegalStateException(x);
      }
      return new Answer(200, "]");
    });
    pages = new Pages(0, Duration.ofMillis(1));
    assertThatThrownBy(() -> json("", "timeout: 1s").run())
        .isInstanceOf(PullException.class)
        .hasMessageContaining("no whole page within 1000 ms");
    release.countDown();
  }

  @Test
  void pages_areFollowedByLink() {
    peer.answer(e -> new Answer(
        200,
        String.valueOf(e.getRequestURI()).endsWith("/two")
            ? page("false", 2)
            : page("\"/two\"", 1)));
    assertThat(json("", "items: data.list\n    cursor: data.next").run())
        .isEqualTo(new IntakeCounts(2, 2, 0, 0, 0));
  }

  @Test
  void malformedPage_isCountedAndKept() {
    peer.answer(e -> new Answer(200, "<html>nope"));
    assertThatThrownBy(() -> json("", "").run()).hasMessageContaining("no JSON");
    assertThat(status().counts().malformed()).isEqualTo(1);
    assertThat(bench.letters()).singleElement().asString().contains("<html>nope");
    peer.answer(e -> new Answer(200, "{\"data\":1}"));
    assertThatThrownBy(() -> json("", "items: data").run()).hasMessageContaining("no list at data");
  }

  @Test
  void storeAway_endsTheRun_theNextOneBringsAll() {
    peer.answer(e -> new Answer(200, "[" + post(1) + "]"));
    Puller puller = json("", "");
    bench.documents.beAway(3);
    assertThatThrownBy(puller::run).isInstanceOf(StoreUnavailableException.class);
    assertThat(puller.run()).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
  }

  @Test
  void runThatIsStillGoing_isNotStartedAgain() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    peer.answer(e -> {
      arrived.countDown();
      try {
        release.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException x) {
        Thread.currentThread().interrupt();
      }
      return new Answer(200, "[" + post(1) + "]");
    });
    Puller puller = json("", "");
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      var first = other.submit(puller::run);
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(puller.run()).isNull();
      release.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
    }
  }

  @Test
  void rssAndAtom_becomePosts() {
    peer.answer(e -> new Answer(200, """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>t</title><link>http://x</link><description>d</description>
                <item><guid>g1</guid><title>新品&amp;首发</title><author>a@x (甲)</author>
                <description>&lt;p&gt;小米&lt;b&gt;15&lt;/b&gt; 发布&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;好 &amp;lt;3</description>
                <pubDate>Sun, 01 Jun 2025 08:00:00 +0800</pubDate></item>
                <item><guid>g2</guid><title>没有时间</title></item>
                </channel></rss>
                """));
    Puller rss = puller("kind: feed\n    url: " + peer.url() + "/rss");
    assertThat(rss.run()).isEqualTo(new IntakeCounts(2, 1, 0, 1, 0));
    Post post = (Post) bench.documents.records().getFirst();
    assertThat(post.id()).isEqualTo("g1");
    assertThat(post.text()).isEqualTo("新品&首发\n小米15 发布\n好 <3");
    assertThat(post.publishedAt()).isEqualTo("2025-06-01T00:00:00Z");
    peer.answer(e -> new Answer(200, """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id>
                <updated>2025-06-01T00:00:00Z</updated>
                <entry><id>e1</id><title>只有标题</title><updated>2025-06-01T00:00:00Z</updated></entry>
                </feed>
                """));
    assertThat(puller("kind: feed\n    url: " + peer.url() + "/atom").run())
        .isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
    assertThat(bench.documents.records()).extracting(DataRecord::id).containsExactly("g1", "e1");
  }

  @Test
  void feedWithDoctype_isRefused() {
    peer.answer(e -> new Answer(
        200,
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\">"
            + "<channel><title>&x;</title></channel></rss>"));
    assertThatThrownBy(
            () -> puller("kind: feed\n    url: " + peer.url() + "/rss").run())
        .isInstanceOf(PullException.class);
    assertThat(status().counts().malformed()).isEqualTo(1);
  }
}
