package io.tidewatch.corpora.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a market to a directory: {@code records-*.jsonl.gz} to be ingested, and the truth apart in
 * {@code truth-*.jsonl}. Files appear under their names only when all are complete; those of an
 * earlier market are removed. {@code truth-meta.jsonl} says which simulator, settings and seed made
 * them, with a checksum.
 */
public final class SimulatorFiles {
  public static final String DOCUMENTS = "records-documents.jsonl.gz";
  public static final String BEHAVIOR = "records-behavior.jsonl.gz";
  public static final String CATALOGUE = "records-catalogue.jsonl.gz";
  public static final String META = "truth-meta.jsonl";
  public static final String TRENDS = "truth-trends.jsonl";
  public static final String KEYWORDS = "truth-keywords.jsonl";
  public static final String KEYWORD_DAYS = "truth-keyword-days.jsonl";
  public static final String EVENTS = "truth-events.jsonl";
  public static final String USERS = "truth-users.jsonl";
  public static final String IDENTITIES = "truth-identities.jsonl";
  public static final String CONVERSIONS = "truth-conversions.jsonl";

  static final String PART = ".part";

  private static final Pattern OURS =
      Pattern.compile("records-(documents|catalogue|behavior(-\\d{4}-\\d\\d-\\d\\d)?)\\.jsonl\\.gz"
          + "|truth-(meta|trends|keywords|keyword-days|events|users|identities|conversions)"
          + "\\.jsonl");

  private SimulatorFiles() {}

  /** How many records of each type were written, by type, and the truth that was written. */
  public record Summary(Map<String, Long> records, MarketTruth truth) {
    public Summary {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }
  }

  /** Runs the market into {@code directory} in one thread. */
  public static Summary write(Path directory, MarketSimulator simulator) {
    return write(directory, simulator, 1);
  }

  /**
   * Runs the market into {@code directory}, which is made when it does not exist. The number of
   * threads does not change the files.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public static Summary write(Path directory, MarketSimulator simulator, int threads) {
    var names = new ArrayList<String>();
    try {
      Files.createDirectories(directory);
      Map<String, Long> counts;
      MarketTruth truth;
      String checksum;
      try (var records = new RecordFiles(directory, names, simulator.config())) {
        truth = simulator.run(records, threads);
        counts = records.counts();
        checksum = records.checksum();
      }
      TruthFiles.write(directory, names, simulator, truth, checksum);
      replace(directory, names);
      return new Summary(counts, truth);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": the market cannot be written", e);
    }
  }

  private static void replace(Path directory, List<String> names) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(directory)) {
      old = files
          .filter(f -> OURS.matcher(f.getFileName().toString()).matches())
          .filter(f -> !names.contains(f.getFileName().toString()))
          .toList();
    }
    for (Path file : old) {
      Files.delete(file);
    }
    for (String name : names) {
      Files.move(
          directory.resolve(name + PART),
          directory.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
