package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.CategoryRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WordRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customer's own catalogue entries: an append-only file of JSON lines beside the seed
 * catalogue. Each accepted record is on disk before the new snapshot appears. A last line that a
 * crash cut short was never acknowledged; it is cut off at opening.
 */
public final class CatalogueJournal implements CatalogueStore {
  /** Where the journal stands in a data directory. */
  static final String FILE = "catalogue/records.jsonl";

  private final Path file;
  private final Json json;
  private final Map<String, CatalogueRecord> latest = new LinkedHashMap<>();
  private volatile Catalogue current;

  /** Opens {@code file}, which need not exist, over the seed. */
  public CatalogueJournal(Path file, Catalogue seed, Json json) {
    this.file = file;
    this.json = json;
    cutOffHalfLine();
    latest.putAll(read(file, json));
    this.current = seed.with(latest.values());
  }

  /** The snapshot that {@code file} gives over the seed, for a process that does not own it. */
  static Catalogue snapshot(Path file, Catalogue seed, Json json) {
    return seed.with(read(file, json).values());
  }

  @Override
  public Catalogue current() {
    return current;
  }

  /** The newest record of a type and id; empty when only the seed may have one. */
  Optional<CatalogueRecord> latest(String type, String id) {
    synchronized (latest) {
      return Optional.ofNullable(latest.get(type + "/" + id));
    }
  }

  @Override
  public List<WriteOutcome> accept(List<CatalogueRecord> records) {
    var outcomes = new ArrayList<WriteOutcome>(records.size());
    synchronized (latest) {
      var fresh = new LinkedHashMap<String, CatalogueRecord>();
      var lines = new StringBuilder();
      for (CatalogueRecord record : records) {
        String key = record.type() + "/" + record.id();
        CatalogueRecord known = fresh.getOrDefault(key, latest.get(key));
        if (known != null && (sameContent(known, record) || newer(known, record))) {
          outcomes.add(WriteOutcome.DUPLICATE);
        } else {
          fresh.put(key, record);
          lines.append(json.line(new Entry(record.type(), record))).append('\n');
          outcomes.add(WriteOutcome.ACCEPTED);
        }
      }
      if (fresh.isEmpty()) {
        return outcomes;
      }
      append(lines.toString());
      latest.putAll(fresh);
      current = current.with(fresh.values());
    }
    return outcomes;
  }

  private static boolean sameContent(CatalogueRecord known, CatalogueRecord record) {
    return known.envelope().contentHash() == record.envelope().contentHash();
  }

  private static boolean newer(CatalogueRecord known, CatalogueRecord record) {
    Instant updated = record.envelope().updatedAt();
    return updated != null && known.envelope().version().isAfter(updated);
  }

  private void append(String lines) {
    try (FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new StoreUnavailableException("catalogue: cannot be written: " + file, e);
    }
  }

  private void cutOffHalfLine() {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.truncate(whole(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue: cannot be read: " + file, e);
    }
  }

  /** Length up to and with the last line feed. */
  private static int whole(byte[] bytes) {
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    return whole;
  }

  private static Map<String, CatalogueRecord> read(Path file, Json json) {
    var latest = new LinkedHashMap<String, CatalogueRecord>();
    if (!Files.exists(file)) {
      return latest;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      new String(bytes, 0, whole(bytes), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> record(file, line, json))
          .forEach(record -> latest.put(record.type() + "/" + record.id(), record));
      return latest;
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue: cannot be read: " + file, e);
    }
  }

  private static CatalogueRecord record(Path file, String line, Json json) {
    JsonNode node = json.parse(line);
    JsonNode body = node.path("record");
    try {
      return switch (node.path("type").asText()) {
        case "brand" -> json.mapper().treeToValue(body, BrandRecord.class);
        case "product" -> json.mapper().treeToValue(body, ProductRecord.class);
        case "category" -> json.mapper().treeToValue(body, CategoryRecord.class);
        case "word" -> json.mapper().treeToValue(body, WordRecord.class);
        case String type ->
          throw new IllegalArgumentException(
              file + ": type brand, product, category or word is required, got " + type);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": a line is no catalogue record: " + line, e);
    }
  }

  /** One line of the file. */
  private record Entry(String type, CatalogueRecord record) {}

  /** An envelope for an entry typed by a person, whose content is {@code content}. */
  public static Envelope typedIn(Instant now, Object content) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : content.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return new Envelope(null, null, now, hash, null);
  }
}
