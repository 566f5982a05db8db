package io.tidewatch.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Cuts one line into its cells. */
final class Cells {
  private final char delimiter;
  private final @Nullable Character quote;
  private final CSVFormat format;

  Cells(char delimiter, @Nullable Character quote) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.format = CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setQuote(quote)
        .setIgnoreEmptyLines(false)
        .get();
  }

  /** At least one cell; throws {@link IllegalArgumentException} when quotes stand wrong. */
  List<String> of(String line) {
    if (quote == null || line.indexOf(quote) < 0) {
      return plain(line);
    }
    try (CSVParser parser = CSVParser.parse(line, format)) {
      var cells = new ArrayList<String>();
      for (CSVRecord record : parser) {
        record.forEach(cells::add);
      }
      return cells;
    } catch (java.io.IOException | java.io.UncheckedIOException | IllegalStateException e) {
      throw new IllegalArgumentException("cells: " + e.getMessage(), e);
    }
  }

  private List<String> plain(String line) {
    var cells = new ArrayList<String>();
    int from = 0;
    for (int to = line.indexOf(delimiter); to >= 0; to = line.indexOf(delimiter, from)) {
      cells.add(line.substring(from, to));
      from = to + 1;
    }
    cells.add(line.substring(from));
    return cells;
  }
}
