package io.tidewatch.connectors.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tidewatch.connectors.intake.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Guesses from the first bytes of a file how it is cut. */
final class Delimiters {
  private Delimiters() {}

  /** Tab, comma or semicolon: by the file's ending, else whichever its first lines hold most of. */
  static char guess(Member member) throws IOException {
    if (member.extension().equals("tsv") || member.extension().equals("tab")) {
      return '\t';
    }
    byte[] sample = member.sample();
    int[] counts = new int[3];
    for (byte b : sample) {
      switch (b) {
        case '\t' -> counts[0]++;
        case ',' -> counts[1]++;
        case ';' -> counts[2]++;
        default -> {}
      }
    }
    if (counts[0] >= counts[1] && counts[0] >= counts[2] && counts[0] > 0) {
      return '\t';
    }
    return counts[2] > counts[1] ? ';' : ',';
  }

  /** Whether the first line is a JSON object by itself. */
  static boolean isJsonLines(Member member) throws IOException {
    String sample = new String(member.sample(), StandardCharsets.UTF_8).strip();
    int end = sample.indexOf('\n');
    String first = end < 0 ? sample : sample.substring(0, end);
    if (!first.startsWith("{")) {
      return false;
    }
    try {
      return Json.reader().readTree(first).has("type") || end > 0;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
