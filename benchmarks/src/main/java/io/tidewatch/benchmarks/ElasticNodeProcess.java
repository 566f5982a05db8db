package io.tidewatch.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/**
 * An Elasticsearch node of one's own on loopback with 2 GB of heap and the usual compilers. It never
 * runs as root: a run that does gives its files to the user nobody.
 */
final class ElasticNodeProcess implements AutoCloseable {
  private static final int NOBODY = 65534;
  private static final Duration START = Duration.ofMinutes(4);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path work;
  private final Process process;
  private final URI url;

  /** Starts the node of an unpacked distribution or an archive of one, and waits for its answer. */
  ElasticNodeProcess(Path distribution) throws IOException {
    this.work = Files.createTempDirectory("tidewatch-elastic");
    Path home = work.resolve("home");
    if (Files.isDirectory(distribution)) {
      copy(distribution, home);
    } else {
      unpack(distribution, home);
    }
    Path temporary = Files.createDirectories(work.resolve("tmp"));
    int port = freePort();
    this.url = URI.create("http://127.0.0.1:" + port);
    configure(home, port);
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      give(work);
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    }
    command.add(home.resolve("bin/elasticsearch").toString());
    var builder = new ProcessBuilder(command)
        .directory(work.toFile())
        .redirectErrorStream(true)
        .redirectOutput(work.resolve("out.log").toFile());
    builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", work.toString());
    builder.environment().put("ES_TMPDIR", temporary.toString());
    this.process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    long end = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        String log = Files.readString(work.resolve("out.log"));
        close();
        throw new IOException(
            "Elasticsearch did not start:\n" + log.substring(Math.max(0, log.length() - 4000)));
      }
    }
  }

  URI url() {
    return url;
  }

  /** Where its indexes are. */
  Path data() {
    return work.resolve("data");
  }

  private boolean isReady() {
    var health = HttpRequest.newBuilder(url.resolve("/_cluster/health"))
        .timeout(Duration.ofSeconds(5))
        .build();
    try {
      process.waitFor(500, TimeUnit.MILLISECONDS);
      return http.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void configure(Path home, int port) throws IOException {
    Path config = home.resolve("config");
    Files.writeString(config.resolve("elasticsearch.yml"), """
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        discovery.type: single-node
        path.data: %s
        path.logs: %s
        xpack.security.enabled: false
        cluster.routing.allocation.disk.threshold_enabled: false
        search.max_buckets: 5000000
        """.formatted(
            port, freePort(), data(), work.resolve("logs")));
    Path options = config.resolve("jvm.options");
    Files.write(
        options,
        Files.readAllLines(options).stream()
            .filter(line -> !line.contains("-Xlog"))
            .toList());
    Path more = Files.createDirectories(config.resolve("jvm.options.d"));
    Files.writeString(more.resolve("heap.options"), "-Xms2g\n-Xmx2g\n");
  }

  private static void unpack(Path archive, Path home) throws IOException {
    try (InputStream file = Files.newInputStream(archive);
        var zip = new ZipInputStream(file)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path name = Path.of(entry.getName());
        if (name.getNameCount() < 2) {
          continue;
        }
        Path target = home.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!target.startsWith(home)) {
          throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
          executable(home, target);
        }
      }
    }
  }

  private static void copy(Path from, Path home) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = home.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
          executable(home, target);
        }
      }
    }
  }

  private static void executable(Path home, Path file) {
    if (home.relativize(file).startsWith("bin") && !file.toFile().setExecutable(true, false)) {
      throw new UncheckedIOException(new IOException(file + " cannot be made executable"));
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

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    var all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        handle.destroyForcibly();
      }
    }
    try (Stream<Path> files = Files.exists(work) ? Files.walk(work) : Stream.empty()) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
