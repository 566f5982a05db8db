package io.tidewatch.api.campaign;

import io.tidewatch.api.upkeep.DurableText;
import io.tidewatch.api.view.CsvFile;
import io.tidewatch.api.view.Json;
import io.tidewatch.model.campaign.TextTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Files of exports, one folder a campaign. A file and its manifest appear as a whole, the manifest
 * last. Safe from any thread.
 */
final class ExportFiles {
  /** The folder below the data directory. */
  static final String FOLDER = "exports";

  static final String MANIFEST = ".manifest.json";

  private final Path folder;
  private final TextTable parquet;
  private final Json json;

  ExportFiles(Path dataDirectory, TextTable parquet, Json json) {
    this.folder = dataDirectory.resolve(FOLDER);
    this.parquet = parquet;
    this.json = json;
  }

  /** Makes the manifest of a file of that size and checksum. */
  @FunctionalInterface
  interface Described {
    Manifest of(String name, long bytes, String sha256);
  }

  /**
   * Writes a file and its manifest.
   *
   * @param name of the file, without a folder
   * @return the manifest, which names the file below the data directory
   */
  Manifest write(
      String campaignId,
      String name,
      ExportFormat format,
      List<ExportRow> rows,
      Described manifest) {
    Path own = folder.resolve(campaignId);
    Path file = own.resolve(name);
    Path draft = own.resolve("." + name + ".tmp");
    try {
      Files.createDirectories(own);
      Files.deleteIfExists(draft);
      switch (format) {
        case CSV -> CsvFile.write(draft, ExportRow.COLUMNS, cells(rows));
        case JSONL -> lines(draft, rows);
        case PARQUET -> parquet.write(draft, ExportRow.COLUMNS, cells(rows));
      }
      Manifest made = manifest.of(name, Files.size(draft), checksum(draft));
      DurableText.publish(draft, file);
      DurableText.write(own.resolve(name + MANIFEST), json.line(made) + "\n");
      return made.at(FOLDER + "/" + campaignId + "/" + name);
    } catch (IOException e) {
      throw new UncheckedIOException("campaign: the export cannot be written", e);
    }
  }

  private static Iterable<? extends List<@org.jspecify.annotations.Nullable String>> cells(
      List<ExportRow> rows) {
    return () -> rows.stream().map(ExportRow::cells).iterator();
  }

  private void lines(Path file, List<ExportRow> rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (ExportRow row : rows) {
        out.write(json.line(row));
        out.write('\n');
      }
    }
  }

  private static String checksum(Path file) throws IOException {
    MessageDigest digest = ExportRow.digest();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // the digest takes what is read
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Deletes every file of a campaign. */
  void forget(String campaignId) {
    Path own = folder.resolve(campaignId);
    if (!Files.isDirectory(own)) {
      return;
    }
    try (var files = Files.walk(own)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("campaign: an old export cannot be deleted", e);
    }
  }
}
