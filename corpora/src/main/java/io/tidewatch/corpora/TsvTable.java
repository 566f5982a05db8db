package io.tidewatch.corpora;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A UTF-8 table: tab-separated, one header line, {@code #} starts a comment line, {@code |}
 * separates the items of a cell. Reading reports the file, the line and the rule that was broken.
 */
public final class TsvTable {
  private final List<Row> rows;

  private TsvTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a table whose header must be exactly {@code header}.
   *
   * @param file name used in messages
   * @throws MalformedCorpusException when the header or a row's number of cells differs
   */
  public static TsvTable read(String file, BufferedReader reader, List<String> header) {
    var rows = new ArrayList<Row>();
    boolean headed = false;
    long number = 0;
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = List.of(line.split("\t", -1));
        if (!headed) {
          if (!cells.equals(header)) {
            throw new MalformedCorpusException(
                file, number, "the header " + String.join(", ", header) + " is required", line);
          }
          headed = true;
        } else if (cells.size() != header.size()) {
          throw new MalformedCorpusException(
              file, number, header.size() + " tab-separated cells are required", line);
        } else {
          rows.add(new Row(file, number, header, cells));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
    return new TsvTable(rows);
  }

  /** Rows in file order. */
  public List<Row> rows() {
    return rows;
  }

  /** One row, which knows where it stands. */
  public record Row(String file, long line, List<String> header, List<String> cells) {

    /** A cell that may be empty, stripped. */
    public String text(String column) {
      return cells.get(header.indexOf(column)).strip();
    }

    /** A cell that must not be empty. */
    public String required(String column) {
      String value = text(column);
      if (value.isEmpty()) {
        throw malformed(column + " must not be empty");
      }
      return value;
    }

    /** The items of a cell, without empty ones. */
    public List<String> items(String column) {
      return java.util.Arrays.stream(text(column).split("\\|", -1))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .toList();
    }

    /** A number within [min, max]. */
    public double number(String column, double min, double max) {
      String value = required(column);
      try {
        double number = Double.parseDouble(value);
        if (number >= min && number <= max) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw malformed(column + " must be a number", e);
      }
      throw malformed(column + " must be from " + min + " to " + max);
    }

    /** One of the given values. */
    public String oneOf(String column, List<String> allowed) {
      String value = required(column);
      if (!allowed.contains(value)) {
        throw malformed(column + " must be one of " + allowed);
      }
      return value;
    }

    /** The error of this row for a broken rule. */
    public MalformedCorpusException malformed(String rule) {
      return new MalformedCorpusException(file, line, rule, String.join("\t", cells));
    }

    MalformedCorpusException malformed(String rule, Throwable cause) {
      MalformedCorpusException e = malformed(rule);
      e.initCause(cause);
      return e;
    }
  }
}
