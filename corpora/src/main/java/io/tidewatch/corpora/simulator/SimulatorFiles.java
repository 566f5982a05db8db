package io.tidewatch.corpora.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.corpora.simulator.MarketTruth.TrendTruth;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a market to a directory: {@code records-documents.jsonl.gz} and {@code
 * records-behavior.jsonl.gz} to be ingested, and the truth apart in {@code truth-*.jsonl}. Files
 * appear under their names only when they are complete; older ones are replaced.
 */
public final class SimulatorFiles {
  public static final String DOCUMENTS = "records-documents.jsonl.gz";
  public static final String BEHAVIOR = "records-behavior.jsonl.gz";
  public static final String TRENDS = "truth-trends.jsonl";
  public static final String KEYWORDS = "truth-keywords.jsonl";
  public static final String USERS = "truth-users.jsonl";

  private static final String PART = ".part";
  private static final JsonMapper MAPPER = new JsonMapper();

  private SimulatorFiles() {}

  /** How many records of each type were written, by type, and the truth that was written. */
  public record Summary(Map<String, Long> records, MarketTruth truth) {
    public Summary {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }
  }

  /**
   * Runs the market into {@code directory}, which is made when it does not exist.
   *
   * @throws UncheckedIOException when a file cannot be written
   */
  public static Summary write(Path directory, MarketSimulator simulator) {
    var counts = new TreeMap<String, Long>();
    try {
      Files.createDirectories(directory);
      MarketTruth truth;
      try (var documents = new RecordJson(gzip(directory.resolve(DOCUMENTS + PART)));
          var behavior = new RecordJson(gzip(directory.resolve(BEHAVIOR + PART)))) {
        truth = simulator.run(record -> {
          counts.merge(record.type(), 1L, Long::sum);
          write(isDocument(record) ? documents : behavior, record);
        });
      }
      lines(directory.resolve(TRENDS + PART), truth.trends(), SimulatorFiles::trend);
      lines(directory.resolve(KEYWORDS + PART), truth.keywords(), keyword -> keyword);
      lines(directory.resolve(USERS + PART), truth.users(), user -> user);
      for (String name : List.of(DOCUMENTS, BEHAVIOR, TRENDS, KEYWORDS, USERS)) {
        Files.move(
            directory.resolve(name + PART),
            directory.resolve(name),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
      return new Summary(counts, truth);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": the market cannot be written", e);
    }
  }

  private static boolean isDocument(DataRecord record) {
    return record instanceof DocumentRecord || record instanceof Heartbeat;
  }

  private static void write(RecordJson json, DataRecord record) {
    try {
      json.write(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutputStream gzip(Path file) throws IOException {
    return new BufferedOutputStream(new FastGzip(Files.newOutputStream(file)), 1 << 16);
  }

  private static <T> void lines(Path file, List<T> rows, Function<T, Object> shape)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (T row : rows) {
        out.write(json(shape.apply(row)));
        out.write('\n');
      }
    }
  }

  private static String json(Object row) throws JsonProcessingException {
    return MAPPER.writeValueAsString(row);
  }

  private static Map<String, Object> trend(TrendTruth trend) {
    var row = new LinkedHashMap<String, Object>();
    row.put("brandId", trend.brandId());
    row.put("brand", trend.brand());
    row.put("category", trend.category());
    row.put("start", time(trend.start()));
    row.put("end", time(trend.end()));
    row.put("ongoing", trend.ongoing());
    row.put("size", trend.size());
    row.put("titles", trend.titles());
    row.put("cause", trend.cause());
    return row;
  }

  private static String time(java.time.Instant at) {
    return new LocalTimes().format(at);
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
