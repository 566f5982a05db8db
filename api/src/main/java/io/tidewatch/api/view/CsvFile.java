package io.tidewatch.api.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * CSV for programs (RFC 4180): UTF-8 without a byte order mark, a header, CRLF, values exactly as they
 * are. For people's spreadsheets there is {@link CsvTable}, which guards against formulas and would
 * change ids that begin with a sign.
 */
public final class CsvFile {
  private CsvFile() {}

  /** Writes a new file; a null is an empty cell. */
  public static void write(
      Path file, List<String> columns, Iterable<? extends List<@Nullable String>> rows)
      throws IOException {
    try (var printer = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
      printer.printRecord(columns);
      for (List<@Nullable String> row : rows) {
        printer.printRecord(row);
      }
    }
  }
}
