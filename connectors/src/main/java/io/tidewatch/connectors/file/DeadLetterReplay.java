package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Batch;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.connectors.intake.DeadLetters.Letter;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.Layout;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.intake.Original;
import io.tidewatch.connectors.map.FormatMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes dead letters back the way they came: the same decoder, the same intake. What is refused
 * again becomes a new dead letter. A file is renamed while it is replayed and when it is done, so a
 * crash in between loses nothing and replays no letter that was already renamed away.
 */
public final class DeadLetterReplay {
  private static final int LINE_LIMIT = 64 << 20;
  private static final int CHUNK_BYTES = 4 << 20;
  private static final Set<String> NOT_A_SOURCE = Set.of("file", "push");

  private final Intake intake;
  private final ItemReaders readers;
  private final DeadLetters deadLetters;
  private final InstantSource clock;

  public DeadLetterReplay(
      Intake intake, ItemReaders readers, DeadLetters deadLetters, InstantSource clock) {
    this.intake = intake;
    this.readers = readers;
    this.deadLetters = deadLetters;
    this.clock = clock;
  }

  /**
   * Replays dead-letter files, or all files of a folder of such; without paths the folder of this
   * data directory.
   *
   * @throws IllegalArgumentException when a path does not exist
   */
  public IngestSummary replay(List<Path> paths) {
    Instant start = clock.instant();
    try (var pipeline = new ChunkPipeline(intake)) {
      for (Path file : files(paths)) {
        Path claimed = deadLetters.claim(file);
        replay(claimed, pipeline);
        pipeline.finish();
        deadLetters.finish(claimed);
      }
      var counts = pipeline.finish();
      double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
      return new IngestSummary(counts, seconds, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("the dead letters cannot be replayed", e);
    }
  }

  private void replay(Path file, ChunkPipeline pipeline) throws IOException {
    Map<String, LayoutDecoder> decoders = new HashMap<>();
    var items = new ArrayList<Item>();
    long chunk = 0;
    long bytes = 0;
    String source = "";
    String from = "";
    try (var lines = new LineSplitter(Files.newInputStream(file), LINE_LIMIT, null, ',')) {
      for (RawLine line = lines.next(); line != null; line = lines.next()) {
        Letter letter = letter(line, file);
        boolean other = !letter.source().equals(source) || !letter.file().equals(from);
        if (!items.isEmpty()
            && (other
                || items.size() >= intake.settings().chunkDocuments()
                || bytes >= CHUNK_BYTES)) {
          pipeline.submit(new Batch(source, from, chunk++, items));
          items.clear();
          bytes = 0;
        }
        source = letter.source();
        from = letter.file();
        Item item = item(letter, decoders);
        if (item != null) {
          items.add(item);
          bytes += item.original().length();
        }
      }
    }
    if (!items.isEmpty()) {
      pipeline.submit(new Batch(source, from, chunk, items));
    }
  }

  private Letter letter(RawLine line, Path file) {
    Letter letter = line.problem() == null ? deadLetters.read(line.bytes()) : null;
    if (letter != null) {
      return letter;
    }
    var original =
        new Original(Layout.records(Layout.Form.LINE), line.number(), line.bytes(), line.whole());
    return new Letter(
        "file", String.valueOf(file.getFileName()), original, Reason.SYNTAX, "no dead letter");
  }

  private @Nullable Item item(Letter letter, Map<String, LayoutDecoder> decoders) {
    Original original = letter.original();
    if (!original.whole()) {
      return new Item.Refused(original, letter.reason(), letter.message());
    }
    if (original.length() > readers.limit()) {
      return new Item.Refused(
          original,
          Reason.TOO_LONG,
          "at most " + readers.limit() + " bytes a record expected, got " + original.length());
    }
    try {
      String key = letter.source() + "\n" + letter.file() + "\n" + original.layout();
      return decoders.computeIfAbsent(key, k -> decoder(letter)).decode(original);
    } catch (IllegalArgumentException e) {
      return new Item.Refused(original, Reason.UNKNOWN_FORMAT, String.valueOf(e.getMessage()));
    }
  }

  private LayoutDecoder decoder(Letter letter) {
    Layout layout = letter.original().layout();
    FormatMap map =
        layout.format().equals(Layout.RECORDS) ? null : readers.maps().find(layout.format());
    if (map != null && map.titles()) {
      throw new IllegalArgumentException("format: a whole file is required, because sales are"
          + " differences between rows, got one row of " + layout.format());
    }
    String source = NOT_A_SOURCE.contains(letter.source()) ? null : letter.source();
    return readers.decoder(layout, letter.file(), source, map);
  }

  private List<Path> files(List<Path> paths) throws IOException {
    var files = new ArrayList<Path>();
    for (Path path : paths.isEmpty() ? List.of(deadLetters.folder()) : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside
              .filter(f -> f.toString().endsWith(".jsonl") || f.toString().endsWith(".replaying"))
              .sorted()
              .forEach(files::add);
        }
      } else if (Files.isReadable(path)) {
        files.add(path);
      } else if (!paths.isEmpty()) {
        throw new IllegalArgumentException("path: a readable file is expected, got " + path);
      }
    }
    return files;
  }
}
