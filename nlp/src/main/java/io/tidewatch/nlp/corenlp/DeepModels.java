package io.tidewatch.nlp.corenlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The models of the deep lane in a directory: whether they are there, and fetching them once. The
 * published file is large; only two entries of it are kept. Maven fetches it, so that the user's
 * mirrors, proxies and credentials hold and no address is written here. Safe for one caller at a
 * time on one directory.
 */
public final class DeepModels {
  /** Bytes that a fetch moves, about: what to tell a person before it starts. */
  public static final long DOWNLOAD_BYTES = 1_582_232_901L;

  static final String TAGGER = "chinese-distsim.tagger";
  static final String PARSER = "UD_Chinese.gz";

  private static final String ARTIFACT =
      "edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-chinese";
  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";
  private static final List<String> ENTRIES = List.of(
      "edu/stanford/nlp/models/pos-tagger/" + TAGGER,
      "edu/stanford/nlp/models/parser/nndep/" + PARSER);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOG_TAIL = 600;

  private final List<String> maven;
  private final InstantSource time;

  /** {@code maven} is the command and its first arguments, such as {@code ["mvn"]}. */
  public DeepModels(List<String> maven, InstantSource time) {
    if (maven.isEmpty()) {
      throw new IllegalArgumentException("maven: a command is required, got none");
    }
    this.maven = List.copyOf(maven);
    this.time = time;
  }

  /**
   * What a directory holds.
   *
   * @param ready every needed file is there
   * @param bytes size of those that are there
   * @param missing names of those that are not
   */
  public record Status(Path directory, boolean ready, long bytes, List<String> missing) {
    public Status {
      missing = List.copyOf(missing);
    }
  }

  /** Hears how far a fetch has come; called from the fetching thread. */
  @FunctionalInterface
  public interface Progress {
    /** {@code done} of about {@code total} bytes have arrived. */
    void at(long done, long total);
  }

  /** Looks at a directory, which need not exist. */
  public static Status status(Path directory) {
    long bytes = 0;
    var missing = new java.util.ArrayList<String>();
    for (String name : List.of(TAGGER, PARSER)) {
      Path file = directory.resolve(name);
      if (Files.isRegularFile(file)) {
        bytes += file.toFile().length();
      } else {
        missing.add(name);
      }
    }
    return new Status(directory, missing.isEmpty(), bytes, missing);
  }

  /**
   * Fetches what is missing into {@code directory} and deletes everything else that came with it.
   * Interrupted or failed, it leaves the directory as it was.
   *
   * @return how long it took; zero when nothing was missing
   * @throws IOException when Maven cannot be run or does not deliver; the message holds its words
   */
  public Duration fetch(Path directory, Progress progress)
      throws IOException, InterruptedException {
    if (status(directory).ready()) {
      return Duration.ZERO;
    }
    var start = time.instant();
    Files.createDirectories(directory);
    Path scratch = Files.createTempDirectory(directory, "fetch-");
    try {
      Path log = scratch.resolve("maven.log");
      run(scratch, log, progress);
      try (Stream<Path> files = Files.walk(scratch)) {
        Path jar = files
            .filter(f -> String.valueOf(f.getFileName()).endsWith("models-chinese.jar"))
            .findFirst()
            .orElseThrow(() -> new IOException("maven: no models file arrived"));
        keep(jar, directory);
      }
    } finally {
      delete(scratch);
    }
    return Duration.between(start, time.instant());
  }

  private void run(Path scratch, Path log, Progress progress)
      throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(maven);
    command.addAll(List.of(
        "-B",
        "-q",
        GOAL,
        "-Dartifact=" + ARTIFACT,
        "-Dtransitive=false",
        "-Dmaven.repo.local=" + scratch.resolve("repository").toAbsolutePath()));
    Process process;
    try {
      process = new ProcessBuilder(command)
          .directory(scratch.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new IOException(
          "maven: the command " + maven.getFirst() + " is required to fetch models", e);
    }
    try {
      progress.at(0, DOWNLOAD_BYTES);
      while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        progress.at(Math.min(size(scratch), DOWNLOAD_BYTES), DOWNLOAD_BYTES);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    if (process.exitValue() != 0) {
      String words = Files.readString(log);
      throw new IOException("maven: fetching models ended with "
          + process.exitValue()
          + ": "
          + words.substring(0, Math.min(LOG_TAIL, words.length())).strip());
    }
    progress.at(DOWNLOAD_BYTES, DOWNLOAD_BYTES);
  }

  private static void keep(Path jar, Path directory) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String name : ENTRIES) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
          throw new IOException("models: the entry " + name + " is missing");
        }
        Path target = directory.resolve(name.substring(name.lastIndexOf('/') + 1));
        Path part = directory.resolve(target.getFileName() + ".part");
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The growing file; one that vanishes while it is looked at counts nothing. */
  private static long size(Path directory) throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        sum += String.valueOf(file.getFileName()).contains("models-chinese")
            ? file.toFile().length()
            : 0;
      }
    } catch (java.io.UncheckedIOException e) {
      return 0;
    }
    return sum;
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
