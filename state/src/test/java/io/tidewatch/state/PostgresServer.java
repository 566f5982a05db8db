package io.tidewatch.state;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of one's own on loopback, in a directory that goes with it. */
final class PostgresServer implements AutoCloseable {
  private static final String USER = "tidewatch";

  private final Path home;
  private final Path programs;
  private final int port;
  private final Process process;
  private int databases;

  private PostgresServer(Path home, Path programs, int port, Process process) {
    this.home = home;
    this.programs = programs;
    this.port = port;
    this.process = process;
  }

  /** Starts one; the test is skipped, saying why, where none is installed. */
  static PostgresServer start() throws IOException, InterruptedException {
    Path programs = installed();
    Path home = Files.createTempDirectory("tidewatch-postgres");
    Path data = home.resolve("data");
    if (root()) {
      run(List.of("chown", "postgres", home.toString()));
    }
    run(asUser(List.of(
        programs.resolve("initdb").toString(),
        "-D",
        data.toString(),
        "-U",
        USER,
        "-A",
        "trust",
        "--no-sync",
        "-E",
        "UTF8",
        "--locale=C")));
    int port = freePort();
    Process process = new ProcessBuilder(asUser(List.of(
            programs.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-h",
            "127.0.0.1",
            "-k",
            home.toString(),
            "-F")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    var server = new PostgresServer(home, programs, port, process);
    server.awaitReady();
    return server;
  }

  /** A new empty database. */
  StateLocation empty() throws SQLException {
    String name = "state" + databases++;
    try (var connection = DriverManager.getConnection(url("postgres"), USER, "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new StateLocation(url(name), USER, null);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    var ready = List.of(
        programs.resolve("pg_isready").toString(),
        "-h",
        "127.0.0.1",
        "-p",
        Integer.toString(port),
        "-t",
        "1");
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      Process probe = new ProcessBuilder(ready)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      if (probe.waitFor() == 0) {
        return;
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    close();
    throw new IOException("the PostgreSQL server did not become ready");
  }

  private static Path installed() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(all)) {
      try (Stream<Path> versions = Files.list(all)) {
        var found = versions
            .map(version -> version.resolve("bin"))
            .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
            .max(Comparator.naturalOrder());
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return abort("no PostgreSQL server is installed under " + all);
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The server refuses to run as root. */
  private static List<String> asUser(List<String> command) {
    if (!root()) {
      return command;
    }
    var whole = new ArrayList<>(
        List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    whole.addAll(command);
    return whole;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
