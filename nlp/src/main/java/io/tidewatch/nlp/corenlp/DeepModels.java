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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The models of the deep lane in a directory: whether they are there, and fetching them once. The
 * published file is large; only the entries that a pipeline reads are kept. Maven fetches it, so that
 * the user's mirrors, proxies and credentials hold and no address is written here, and checks it
 * against the checksum that is published beside it; each kept entry is checked again by its own. Safe
 * for one caller at a time on one directory.
 */
public final class DeepModels {
  /** Bytes that a fetch moves, about: what to tell a person before it starts. */
  public static final long DOWNLOAD_BYTES = 1_582_232_901L;

  static final String TAGGER = "chinese-distsim.tagger";
  static final String PARSER = "UD_Chinese.gz";
  static final String SEGMENTER = "pku.gz";
  static final String DICTIONARY = "dict-chris6.ser.gz";
  /** Word and character lists that the segmenter reads beside its model. */
  static final List<String> LISTS =
      List.of("dict/pku.non", "dict/in.pk", "dict/pos_open/character_list.pku.utf8");

  static final String NAMES = "chinese.misc.distsim.crf.ser.gz";

  private static final String ARTIFACT =
      "edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-chinese";
  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";
  private static final String ROOT = "edu/stanford/nlp/models/";
  /** Where in the published file those stand that are not the segmenter's. */
  private static final Map<String, String> FOLDERS =
      Map.of(TAGGER, "pos-tagger/", PARSER, "parser/nndep/", NAMES, "ner/");

  private static final String SEGMENTING = "segmenter/chinese/";
  /** Where a fetch keeps what has arrived until all has. */
  private static final String UNDER_WAY = "fetch";

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

  /** Looks at a directory, which need not exist, for the quick pipeline. */
  public static Status status(Path directory) {
    return status(directory, DeepPipeline.HANLP_WORDS);
  }

  /** Looks at a directory, which need not exist. */
  public static Status status(Path directory, DeepPipeline pipeline) {
    long bytes = 0;
    var missing = new java.util.ArrayList<String>();
    for (String name : pipeline.files()) {
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
   * Fetches what {@code pipeline} misses into {@code directory} and deletes everything else that
   * came with it. Interrupted or failed, it keeps what has arrived apart, and the next fetch goes on
   * from there.
   *
   * @return how long it took; zero when nothing was missing
   * @throws IOException when Maven cannot be run or does not deliver; the message holds its words
   */
  public Duration fetch(Path directory, DeepPipeline pipeline, Progress progress)
      throws IOException, InterruptedException {
    List<String> missing = status(directory, pipeline).missing();
    if (missing.isEmpty()) {
      return Duration.ZERO;
    }
    var start = time.instant();
    Path scratch = Files.createDirectories(directory.resolve(UNDER_WAY));
    run(scratch, scratch.resolve("maven.log"), progress);
    Path jar;
    try (Stream<Path> files = Files.walk(scratch)) {
      jar = files
          .filter(f -> String.valueOf(f.getFileName()).endsWith("models-chinese.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("maven: no models file arrived"));
    }
    try {
      keep(jar, missing, directory);
    } finally {
      // whole and read to its end, or not the file that it should be: either way of no more use
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
        "--strict-checksums",
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

  private static void keep(Path jar, List<String> files, Path directory) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String file : files) {
        String name = ROOT + FOLDERS.getOrDefault(file, SEGMENTING) + file;
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
          throw new IOException("models: the entry " + name + " is missing");
        }
        Path target = directory.resolve(file);
        Path part = directory.resolve(file + ".part");
        Files.createDirectories(part.getParent() == null ? directory : part.getParent());
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), crc)) {
          Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        if (crc.getValue() != entry.getCrc()) {
          Files.delete(part);
          throw new IOException("models: the entry " + name + " does not match its checksum");
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
