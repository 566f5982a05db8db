package io.tidewatch.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server that breaks connections, refuses, or has another file. */
class ResumableDownloadTest {
  @TempDir
  private Path dir;

  private HttpServer server;
  private byte[] content = new byte[300_000];
  private String checksum = "";
  /** Bytes after which the server hangs up, for each connection in order; then it gives all. */
  private final List<Integer> breaks = new ArrayList<>();

  private final List<String> ranges = new ArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    new SplittableRandom(3).nextBytes(content);
    publish(content);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void publish(byte[] bytes) throws Exception {
    content = bytes;
    checksum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith(".sha1")) {
      byte[] body = (checksum + "  file.jar").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
      return;
    }
    if (path.startsWith("/secret")) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
    int until =
        breaks.isEmpty() ? content.length : Math.min(content.length, from + breaks.removeFirst());
    exchange.getResponseBody().write(Arrays.copyOfRange(content, from, until));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private Path fetch(String path) throws Exception {
    Path file = dir.resolve("file.part");
    new ResumableDownload(address(path), file).run((done, total) -> {});
    return file;
  }

  @Test
  void run_brokenConnections_goesOnWhereTheyBroke() throws Exception {
    breaks.addAll(List.of(100_000, 50_000));

    assertThat(fetch("/file.jar")).hasBinaryContent(content);
    assertThat(ranges).hasSize(3).startsWith("null").allMatch(r -> !r.equals("bytes=0-"));
  }

  @Test
  void run_afterAnEarlierTry_asksOnlyForTheRest() throws Exception {
    Files.write(dir.resolve("file.part"), Arrays.copyOf(content, 123_456));

    assertThat(fetch("/file.jar")).hasBinaryContent(content);
    assertThat(ranges).containsExactly("bytes=123456-");
  }

  @Test
  void run_wholeFileAlreadyThere_fetchesNothing() throws Exception {
    Files.write(dir.resolve("file.part"), content);

    assertThat(fetch("/file.jar")).hasBinaryContent(content);
  }

  @Test
  void run_connectionThatAlwaysBreaks_keepsWhatCame() {
    breaks.addAll(List.of(10_000, 10_000, 10_000, 10_000, 10_000));

    assertThatIOException()
        .isThrownBy(() -> fetch("/file.jar"))
        .withMessageContaining("fetch again to go on");
    assertThat(dir.resolve("file.part")).exists();
  }

  @Test
  void run_otherFileThanPublished_isRefusedAndDeleted() {
    checksum = "0".repeat(40);

    assertThatThrownBy(() -> fetch("/file.jar"))
        .isInstanceOf(ResumableDownload.RefusedException.class)
        .hasMessageContaining("SHA-1");
    assertThat(dir.resolve("file.part")).doesNotExist();
  }

  @Test
  void run_withoutRights_isRefusedWithTheStatus() {
    assertThatThrownBy(() -> fetch("/secret.jar"))
        .isInstanceOf(ResumableDownload.RefusedException.class)
        .hasMessageContaining("401");
  }

  @Test
  void models_interruptedFetch_goesOnFromWhatArrived() throws Exception {
    Path zip = dir.resolve("models.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String entry :
          List.of("pos-tagger/chinese-distsim.tagger", "parser/nndep/UD_Chinese.gz")) {
        byte[] bytes = new byte[200_000];
        new SplittableRandom(entry.length()).nextBytes(bytes);
        out.putNextEntry(new ZipEntry("edu/stanford/nlp/models/" + entry));
        out.write(bytes);
      }
    }
    publish(Files.readAllBytes(zip));
    breaks.addAll(List.of(30_000, 30_000, 30_000, 30_000, 30_000));
    Path script = Files.writeString(
        dir.resolve("mvn.sh"),
        "echo \"[INFO] Downloaded from mine: "
            + address("/stanford-corenlp-4.5.10.pom")
            + " (1 kB at 1 kB/s)\"\n");
    var models = new DeepModels(List.of("sh", script.toString()), InstantSource.system());
    Path target = dir.resolve("models");

    assertThatIOException()
        .isThrownBy(() -> models.fetch(target, DeepPipeline.HANLP_WORDS, (done, total) -> {}));
    models.fetch(target, DeepPipeline.HANLP_WORDS, (done, total) -> {});

    assertThat(DeepModels.status(target).ready()).isTrue();
    assertThat(target.resolve("fetch")).doesNotExist();
    assertThat(ranges.getLast()).isNotEqualTo("null");
  }
}
