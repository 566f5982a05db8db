package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.connectors.decode.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of refused records: JSON Lines, one file a UTC day, only ever appended to. An entry is
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
          ? entry.path("text").asText().getBytes(java.nio.charset.StandardCharsets.UTF_8)
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
