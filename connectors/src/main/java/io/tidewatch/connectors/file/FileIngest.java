package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Batch;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.Layout;
import io.tidewatch.connectors.intake.Original;
import io.tidewatch.connectors.map.FormatMap;
import io.tidewatch.model.record.DocumentRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes whole files in, in bounded memory: they are read a record at a time and stored in chunks
 * whose numbers are the same in every run. Safe from any thread.
 */
public final class FileIngest {
  private static final int CHUNK_BYTES = 4 << 20;
  private static final int OTHER_RECORDS = 10;
  private static final String NO_SOURCE = "file";

  private final Intake intake;
  private final ItemReaders readers;
  private final InstantSource clock;

  public FileIngest(Intake intake, ItemReaders readers, InstantSource clock) {
    this.intake = intake;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * Takes files and folders in, in the order given; folders in name order, hidden files left out.
   *
   * @param format {@code records}, the name of a shipped map or the path of one's own; null finds
   *     it by ending and header
   * @param source source of records that name none; null takes the map's
   * @throws IllegalArgumentException when a path does not exist or the format is unknown
   * @throws io.tidewatch.model.record.StoreUnavailableException when what went in cannot be made
   *     durable; running again is safe
   * @throws UncheckedIOException when the dead letters cannot be written
   */
  public IngestSummary ingest(List<Path> paths, @Nullable String format, @Nullable String source) {
    Instant start = clock.instant();
    FormatMap map =
        format == null || Layout.needsNoMap(format) ? null : readers.maps().find(format);
    List<Path> files = files(paths);
    var notes = new ArrayList<String>();
    try (var pipeline = new ChunkPipeline(intake)) {
      for (Path file : files) {
        ingest(file, format, map, source, pipeline, notes);
      }
      IntakeCounts counts = pipeline.finish();
      double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
      return new IngestSummary(counts, seconds, notes);
    }
  }

  private void ingest(
      Path file,
      @Nullable String format,
      @Nullable FormatMap map,
      @Nullable String source,
      ChunkPipeline pipeline,
      List<String> notes) {
    Members.each(file, new Members.Visitor() {
      @Override
      public void visit(Member member) throws IOException {
        try {
          FormatMap by = format == null ? readers.detect(member).orElse(null) : map;
          String from = source != null || by == null ? source : by.source();
          try (ItemReader reader = readers.open(member, by, from)) {
            drain(reader, member.label(), from == null ? NO_SOURCE : from, pipeline);
            if (!reader.note().isEmpty()) {
              notes.add(member.label() + ": " + reader.note());
            }
          }
        } catch (UnknownFormatException e) {
          refuse(member.label(), source, Reason.UNKNOWN_FORMAT, e, pipeline, notes);
        }
      }

      @Override
      public void damaged(String label, IOException why) {
        refuse(label, source, Reason.DAMAGED_FILE, why, pipeline, notes);
      }
    });
  }

  private void drain(ItemReader reader, String label, String source, ChunkPipeline pipeline) {
    int most = intake.settings().chunkDocuments();
    var items = new ArrayList<Item>();
    long chunk = 0;
    long bytes = 0;
    int documents = 0;
    for (Item item = reader.next(); item != null; item = reader.next()) {
      items.add(item);
      bytes += item.original().length();
      documents += item instanceof Item.Decoded d && d.record() instanceof DocumentRecord ? 1 : 0;
      if (documents >= most || items.size() >= OTHER_RECORDS * most || bytes >= CHUNK_BYTES) {
        pipeline.submit(new Batch(source, label, chunk++, items));
        items.clear();
        bytes = 0;
        documents = 0;
      }
    }
    if (!items.isEmpty()) {
      pipeline.submit(new Batch(source, label, chunk, items));
    }
  }

  private static void refuse(
      String label,
      @Nullable String source,
      Reason reason,
      Exception why,
      ChunkPipeline pipeline,
      List<String> notes) {
    String message = String.valueOf(why.getMessage());
    notes.add(message.startsWith(label) ? message : label + ": " + message);
    var original = new Original(Layout.records(Layout.Form.OBJECT), 1, new byte[0], false);
    pipeline.submit(new Batch(
        source == null ? NO_SOURCE : source,
        label,
        0,
        List.of(new Item.Refused(original, reason, message))));
  }

  private static List<Path> files(List<Path> paths) {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          inside
              .filter(Files::isRegularFile)
              .filter(f -> !hidden(path, f))
              .sorted()
              .forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException("the folder " + path + " cannot be read", e);
        }
      } else if (Files.isReadable(path)) {
        files.add(path);
      } else {
        throw new IllegalArgumentException("path: a readable file is expected, got " + path);
      }
    }
    return files;
  }

  private static boolean hidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
