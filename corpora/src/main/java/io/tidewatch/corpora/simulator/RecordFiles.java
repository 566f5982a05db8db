package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.DataRecord;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of a market as they happen, compressed, and two truth files that grow with
 * them. The checksum is the SHA-256 of all record lines in the order they were written.
 */
final class RecordFiles implements MarketSink<PackedEvents>, Closeable {
  private final Path directory;
  private final List<String> names;
  private final MessageDigest digest = sha256();
  private final Map<String, Long> counts = new TreeMap<>();
  private final OutputStream documents;
  private final @Nullable OutputStream catalogue;
  private final @Nullable OutputStream behavior;
  private final TruthLines days;
  private final TruthLines conversions;

  RecordFiles(Path directory, List<String> names, SimulatorConfig config) throws IOException {
    this.directory = directory;
    this.names = names;
    this.documents = open(SimulatorFiles.DOCUMENTS);
    this.catalogue = config.records().dimensions() ? open(SimulatorFiles.CATALOGUE) : null;
    this.behavior = config.records().daily() ? null : open(SimulatorFiles.BEHAVIOR);
    this.days = TruthLines.open(directory, SimulatorFiles.KEYWORD_DAYS, names);
    this.conversions = TruthLines.open(directory, SimulatorFiles.CONVERSIONS, names);
  }

  /** How many records of each type were written. */
  Map<String, Long> counts() {
    return counts;
  }

  /** In hexadecimal digits; call once, at the end. */
  String checksum() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public PackedEvents pack(List<Event> events) {
    return PackedEvents.of(events);
  }

  @Override
  public void day(
      LocalDate day, List<DataRecord> products, List<Event> written, List<PackedEvents> blocks) {
    try {
      if (catalogue != null) {
        write(PackedEvents.of(products.stream().map(p -> new Event(0, p)).toList()), catalogue);
      }
      write(PackedEvents.of(written), documents);
      OutputStream out =
          behavior == null ? open("records-behavior-" + day + ".jsonl.gz") : behavior;
      blocks.forEach(b -> b.counts().forEach((type, n) -> counts.merge(type, n, Long::sum)));
      PackedEvents.merge(blocks, out);
      if (behavior == null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the records of " + day + " cannot be written", e);
    }
  }

  @Override
  public void expected(MarketTruth.KeywordDay day) {
    days.write(day);
  }

  @Override
  public void conversion(MarketTruth.Conversion conversion) {
    conversions.write(conversion);
  }

  @Override
  public void close() throws IOException {
    documents.close();
    if (catalogue != null) {
      catalogue.close();
    }
    if (behavior != null) {
      behavior.close();
    }
    days.close();
    conversions.close();
  }

  private void write(PackedEvents pack, OutputStream out) throws IOException {
    pack.counts().forEach((type, n) -> counts.merge(type, n, Long::sum));
    PackedEvents.merge(List.of(pack), out);
  }

  private OutputStream open(String name) throws IOException {
    names.add(name);
    var file = Files.newOutputStream(directory.resolve(name + SimulatorFiles.PART));
    return new DigestOutputStream(new BufferedOutputStream(new FastGzip(file), 1 << 16), digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
