package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.connectors.decode.Reason;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of refused records: JSON Lines, one file a UTC day, only ever appended to but for the
 * erasure of a person. An entry is
 * on disk when {@link #append} returns; a disk that refuses makes it throw. Safe from any thread of
 * one process.
 */
public final class DeadLetters {
  private static final String REPLAYING = ".replaying";

  private final Path folder;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();

  /** {@code folder} is made when the first record is refused. */
  public DeadLetters(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** One refused record with its reason. */
  public record Letter(
      String source, String file, Original original, Reason reason, String message) {}

  public Path folder() {
    return folder;
  }

  /** Writes all letters or throws {@link UncheckedIOException}; nothing is dropped silently. */
  synchronized void append(List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    Path file = folder.resolve(day + ".jsonl");
    try {
      Files.createDirectories(folder);
      var bytes = new ByteArrayOutputStream();
      for (Letter letter : letters) {
        bytes.write(json.writeValueAsBytes(entry(letter)));
        bytes.write('\n');
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the dead-letter file " + file + " cannot be written", e);
    }
  }

  /**
   * Takes a dead-letter file out of the way of new entries, so that it can be replayed; a file that
   * an earlier replay left half done is given back as it is.
   */
  public synchronized Path claim(Path file) throws IOException {
    if (file.toString().endsWith(REPLAYING)) {
      return file;
    }
    Path claimed = file.resolveSibling(file.getFileName() + "." + stamp() + REPLAYING);
    return Files.move(file, claimed);
  }

  /** Marks a claimed file as done. */
  public synchronized Path finish(Path claimed) throws IOException {
    String name = String.valueOf(claimed.getFileName());
    String bare = name.substring(0, name.length() - REPLAYING.length());
    return Files.move(claimed, claimed.resolveSibling(bare + ".replayed"));
  }

  /**
   * Rewrites the files without letters that hold an identifier, in the record, in the message or as
   * a text of its own among them; a crash leaves each file old or new.
   *
   * @return how many letters went
   */
  public synchronized long erase(Set<String> identifiers) throws IOException {
    var mention = new IdentifierMention(identifiers);
    long gone = 0;
    for (Path file : files()) {
      Path draft = folder.resolve("erasing.tmp");
      long before = gone;
      try (var lines = Files.newInputStream(file);
          var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        byte[] all = lines.readAllBytes();
        int from = 0;
        for (int i = 0; i <= all.length; i++) {
          if ((i == all.length && from < i) || (i < all.length && all[i] == '\n')) {
            byte[] line = Arrays.copyOfRange(all, from, i);
            from = i + 1;
            if (isAbout(line, mention)) {
              gone++;
            } else {
              out.write(line);
              out.write('\n');
            }
          }
        }
      }
      if (gone == before) {
        Files.delete(draft);
      } else {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return gone;
  }

  /** Letters that hold an identifier as {@link #erase} finds them, in order of their files. */
  public synchronized List<Found> about(Set<String> identifiers) throws IOException {
    var mention = new IdentifierMention(identifiers);
    var found = new ArrayList<Found>();
    for (Path file : files()) {
      long number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Letter letter = read(bytes);
        if (letter != null && isAbout(bytes, mention)) {
          found.add(new Found(file.getFileName() + ":" + number, letter));
        }
      }
    }
    return found;
  }

  /** A letter and where it lies, {@code file:line}. */
  public record Found(String place, Letter letter) {

    /** What the letter says: where the record came from, why it was refused, and the record. */
    public Map<String, String> shown() {
      String text = letter.original().text();
      return Map.of(
          "source", letter.source(),
          "file", letter.file(),
          "message", letter.message(),
          "record", text == null ? letter.original().base64() : text);
    }
  }

  /** Letters that wait to be replayed, by reason: how many, and where the first few lie. */
  public synchronized Map<Reason, Waiting> waiting() throws IOException {
    Map<Reason, Waiting> all = new EnumMap<>(Reason.class);
    for (Path file : files()) {
      if (!file.toString().endsWith(".jsonl")) {
        continue;
      }
      long number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        Letter letter = read(line.getBytes(StandardCharsets.UTF_8));
        if (letter != null) {
          String place = file.getFileName() + ":" + number;
          all.merge(letter.reason(), new Waiting(1, List.of(place)), Waiting::plus);
        }
      }
    }
    return all;
  }

  /** How many letters wait, and at most three places {@code file:line}. */
  public record Waiting(long letters, List<String> places) {
    private static final int PLACES = 3;

    Waiting plus(Waiting other) {
      return new Waiting(
          letters + other.letters,
          Stream.concat(places.stream(), other.places.stream()).limit(PLACES).toList());
    }
  }

  private boolean isAbout(byte[] line, IdentifierMention mention) {
    Letter letter = read(line);
    return letter == null
        ? mention.in(new String(line, StandardCharsets.UTF_8))
        : mention.in(letter.original()) || mention.in(letter.message());
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(file -> String.valueOf(file.getFileName()).contains(".jsonl"))
          .sorted()
          .toList();
    }
  }

  private String stamp() {
    return clock.instant().toString().replace(":", "");
  }

  private ObjectNode entry(Letter letter) {
    Original original = letter.original();
    Layout layout = original.layout();
    ObjectNode entry = json.createObjectNode();
    entry.put("at", clock.instant().toString());
    entry.put("source", letter.source());
    entry.put("file", letter.file());
    entry.put("position", original.position());
    entry.put("reason", letter.reason().label());
    entry.put("message", letter.message());
    entry.put("format", layout.format());
    entry.put("form", layout.form().name());
    entry.put("charset", layout.charset());
    if (layout.delimiter() != null) {
      entry.put("delimiter", layout.delimiter().toString());
    }
    if (!layout.columns().isEmpty()) {
      ArrayNode columns = entry.putArray("columns");
      layout.columns().forEach(columns::add);
    }
    if (!original.whole()) {
      entry.put("whole", false);
    }
    String text = original.text();
    if (text != null) {
      entry.put("text", text);
    } else {
      entry.put("base64", original.base64());
    }
    return entry;
  }

  /** Reads an entry back; null when the line is no entry. */
  public @Nullable Letter read(byte[] line) {
    try {
      ObjectNode entry = (ObjectNode) json.readTree(line);
      var columns = new ArrayList<String>();
      entry.path("columns").forEach(c -> columns.add(c.asText()));
      String delimiter = entry.path("delimiter").asText("");
      var layout = new Layout(
          entry.path("format").asText(),
          Layout.Form.valueOf(entry.path("form").asText()),
          entry.path("charset").asText(),
          delimiter.isEmpty() ? null : delimiter.charAt(0),
          columns);
      byte[] bytes = entry.has("text")
          ? entry.path("text").asText().getBytes(StandardCharsets.UTF_8)
          : java.util.Base64.getDecoder().decode(entry.path("base64").asText());
      var original = new Original(
          layout, entry.path("position").asLong(), bytes, entry.path("whole").asBoolean(true));
      Reason reason = Reason.of(entry.path("reason").asText());
      return new Letter(
          entry.path("source").asText(),
          entry.path("file").asText(),
          original,
          reason,
          entry.path("message").asText());
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      return null;
    }
  }
}
