package io.tidewatch.nlp.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.model.annotation.Intent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A text whose purpose is known.
 *
 * @param set name of the folder it comes from
 */
public record IntentText(String set, String text, Intent intent) {

  /**
   * Reads JSON Lines with {@code text} and {@code intent}, or with {@code gold} that holds the
   * intent; in a file where a line has gold, lines without it are left out.
   *
   * @throws IllegalArgumentException naming file, line and rule when a line is no JSON object or its
   *     intent is unknown
   */
  public static List<IntentText> read(Path file) throws IOException {
    var mapper = new ObjectMapper();
    var plain = new ArrayList<IntentText>();
    var gold = new ArrayList<IntentText>();
    Path folder = file.toAbsolutePath().getParent();
    String set = folder == null ? "" : String.valueOf(folder.getFileName());
    int line = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String row = reader.readLine(); row != null; row = reader.readLine()) {
        line++;
        if (row.isBlank()) {
          continue;
        }
        try {
          JsonNode node = mapper.readTree(row);
          String text = node.path("text").asText();
          JsonNode label = node.path("gold").path("intent");
          if (!label.isMissingNode()) {
            gold.add(new IntentText(set, text, intent(label.asText())));
          } else if (node.has("intent")) {
            plain.add(new IntentText(set, text, intent(node.path("intent").asText())));
          }
        } catch (IOException | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              file.getFileName() + ":" + line + ": a line with text and a known intent is required",
              e);
        }
      }
    }
    return gold.isEmpty() ? plain : gold;
  }

  /** Whether only measuring may use it where halves are kept: the CRC-32 of the text is odd. */
  public boolean odd() {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() & 1) == 1;
  }

  private static Intent intent(String label) {
    return Stream.of(Intent.values())
        .filter(i -> i.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("intent: a known label is required, got " + label));
  }
}
