package io.tidewatch.nlp.corenlp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The models of the deep lane in a directory: whether they are there, and fetching them once. The
 * published file is large; only the entries that a pipeline reads are kept. Maven says where it would
 * fetch it from, so that the user's mirrors hold and no address is written here; then it comes in a
 * download that can go on after an interruption, or by Maven itself where the server wants more than
 * that. It is checked against the checksum that is published beside it, and each kept entry again by
 * its own. Safe for one caller at a time on one directory.
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

  private static final String ARTIFACT = "edu.stanford.nlp:stanford-corenlp:4.5.10";
  private static final String CLASSIFIER = "models-chinese";
  private static final String ROOT = "edu/stanford/nlp/models/";
  /** Where in the published file those stand that are not the segmenter's. */
  private static final Map<String, String> FOLDERS =
      Map.of(TAGGER, "pos-tagger/", PARSER, "parser/nndep/", NAMES, "ner/");

  private static final String SEGMENTING = "segmenter/chinese/";
  /** Where a fetch keeps what has arrived until all has. */
  private static final String UNDER_WAY = "fetch";

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
    Path jar = arrive(scratch, progress);
    try {
      keep(jar, missing, directory);
    } finally {
      // whole and read to its end, or not the file that it should be: either way of no more use
      ScratchFiles.delete(scratch);
    }
    return Duration.between(start, time.instant());
  }

  /** The published file: by our own hand so that it can go on, or by Maven's where that is refused. */
  private Path arrive(Path scratch, Progress progress) throws IOException, InterruptedException {
    var fetch = new MavenFetch(maven, ARTIFACT, CLASSIFIER);
    progress.at(0, DOWNLOAD_BYTES);
    Optional<URI> address = fetch.address(scratch);
    if (address.isPresent()) {
      Path file = scratch.resolve(CLASSIFIER + ".jar");
      try {
        new ResumableDownload(address.get(), file).run(progress);
        return file;
      } catch (ResumableDownload.RefusedException e) {
        // behind a login that only Maven has, for example
        Files.deleteIfExists(file);
      }
    }
    Path file = fetch.whole(scratch, progress);
    progress.at(DOWNLOAD_BYTES, DOWNLOAD_BYTES);
    return file;
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
}
