package io.tidewatch.trend.elastic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/**
 * A real Elasticsearch node of one's own on loopback, small and without security. It never runs as
 * root: a test that does gives it to the user nobody. Every wait has an end.
 */
@NullUnmarked
final class ElasticNode implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(180);
  private static final int NOBODY = 65534;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path work;
  private final int httpPort;
  private final int transportPort;
  private Process process;

  /** Makes a node's files below a directory that is its own; nothing runs yet. */
  ElasticNode(Path work) {
    this.work = work;
    this.httpPort = freePort();
    this.transportPort = freePort();
    try {
      copy(home(), work.resolve("home"));
      Files.createDirectories(work.resolve("tmp"));
      configure();
      if (isRoot()) {
        give(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a node in a directory that is removed at the end. */
  static ElasticNode started() {
    try {
      var node = new ElasticNode(Files.createTempDirectory("tidewatch-elastic"));
      Runtime.getRuntime().addShutdownHook(new Thread(node::close));
      node.start();
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + httpPort);
  }

  /** Starts the node and waits until it answers. */
  void start() throws IOException {
    var command = new ArrayList<String>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    }
    command.add(work.resolve("home/bin/elasticsearch").toString());
    var builder = new ProcessBuilder(command)
        .directory(work.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("out.log").toFile()));
    builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", work.toString());
    builder.environment().put("ES_TMPDIR", work.resolve("tmp").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    process = builder.start();
    Instant end = Instant.now().plus(START);
    while (!isReady()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        String log = Files.readString(work.resolve("out.log"));
        close();
        throw new IllegalStateException(
            "Elasticsearch did not start:\n" + log.substring(Math.max(0, log.length() - 4000)));
      }
      await();
    }
  }

  /** Ends the server process at once, without giving it a chance to write anything. */
  void kill() {
    List<ProcessHandle> all = all();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(ElasticNode::awaitEnd);
  }

  @Override
  public void close() {
    if (process != null) {
      List<ProcessHandle> all = all();
      process.destroy();
      all.forEach(ElasticNode::awaitEnd);
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(ElasticNode::awaitEnd);
    }
    delete(work);
  }

  private List<ProcessHandle> all() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private static void awaitEnd(ProcessHandle handle) {
    try {
      handle.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      // the caller ends it the hard way
      return;
    }
  }

  private boolean isReady() {
    try {
      var health = HttpRequest.newBuilder(url().resolve("/_cluster/health"))
          .timeout(Duration.ofSeconds(5))
          .build();
      var answer = HTTP.send(health, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && !answer.body().contains("\"status\":\"red\"");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void await() {
    try {
      process.waitFor(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void configure() throws IOException {
    Path config = work.resolve("home/config");
    Files.writeString(config.resolve("elasticsearch.yml"), """
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        discovery.type: single-node
        path.data: %s
        path.logs: %s
        xpack.security.enabled: false
        cluster.routing.allocation.disk.threshold_enabled: false
        """.formatted(
            httpPort, transportPort, work.resolve("data"), work.resolve("logs")));
    Path options = config.resolve("jvm.options");
    Files.write(
        options,
        Files.readAllLines(options).stream()
            .filter(line -> !line.contains("G1") && !line.contains("-Xlog"))
            .toList());
    Files.createDirectories(config.resolve("jvm.options.d"));
    Files.writeString(
        config.resolve("jvm.options.d/small.options"),
        "-Xms256m\n-Xmx256m\n-XX:TieredStopAtLevel=1\n-XX:+UseSerialGC\n");
  }

  private static Path home() {
    String home = System.getProperty("tidewatch.elasticsearch.home", "");
    if (!Files.isDirectory(Path.of(home))) {
      throw new IllegalStateException(
          "tidewatch.elasticsearch.home: the unpacked node that the build makes is required, got "
              + home);
    }
    return Path.of(home);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
          if (from.relativize(file).startsWith("bin")) {
            target.toFile().setExecutable(true, false);
          }
        }
      }
    }
  }

  private static void give(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setAttribute(file, "unix:uid", NOBODY);
        Files.setAttribute(file, "unix:gid", NOBODY);
      }
    }
  }

  private static void delete(Path directory) {
    try {
      if (!Files.exists(directory)) {
        return;
      }
      Files.walkFileTree(directory, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path left, IOException problem)
            throws IOException {
          Files.deleteIfExists(left);
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
