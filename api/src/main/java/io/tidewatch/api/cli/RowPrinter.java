package io.tidewatch.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.CsvTable;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.view.XlsxTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints rows as JSON Lines, CSV, or a table whose columns line up with Chinese text in them. */
final class RowPrinter {
  private static final int WIDEST = 48;

  /** How to print. */
  enum Format {
    TABLE,
    JSON,
    CSV,
    XLSX
  }

  private final PrintStream out;
  private final Json json;

  RowPrinter(PrintStream out, Json json) {
    this.out = out;
    this.json = json;
  }

  void print(List<JsonNode> rows, Format format) {
    switch (format) {
      case JSON -> rows.forEach(row -> out.println(json.line(row)));
      case CSV -> CsvTable.write(rows, out);
      case XLSX -> XlsxTable.write(rows, out);
      case TABLE -> table(rows);
    }
    out.flush();
  }

  void printOne(JsonNode value, Format format) {
    switch (format) {
      case JSON -> out.println(json.line(value));
      case CSV -> CsvTable.write(List.of(value), out);
      case XLSX -> XlsxTable.write(List.of(value), out);
      case TABLE ->
        CsvTable.flatten(value).forEach((name, cell) -> out.println(pad(name, 24) + cell));
    }
    out.flush();
  }

  private void table(List<JsonNode> rows) {
    if (rows.isEmpty()) {
      out.println("(no rows)");
      return;
    }
    List<Map<String, String>> cells = rows.stream().map(CsvTable::flatten).toList();
    Set<String> columns = new LinkedHashSet<>();
    cells.forEach(row -> columns.addAll(row.keySet()));
    var widths = new ArrayList<Integer>();
    for (String column : columns) {
      int width = cells.stream()
          .mapToInt(row -> width(shown(row.getOrDefault(column, ""))))
          .max()
          .orElse(0);
      widths.add(Math.max(width, width(column)));
    }
    line(List.copyOf(columns), widths);
    for (Map<String, String> row : cells) {
      line(columns.stream().map(c -> shown(row.getOrDefault(c, ""))).toList(), widths);
    }
  }

  private void line(List<String> cells, List<Integer> widths) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(pad(cells.get(i), widths.get(i))).append("  ");
    }
    out.println(line.toString().stripTrailing());
  }

  private static String shown(String cell) {
    String one = cell.replaceAll("\\s+", " ");
    if (one.matches("-?\\d+\\.\\d{4,}(E-?\\d+)?")) {
      return "%.4g".formatted(Double.parseDouble(one));
    }
    if (width(one) <= WIDEST) {
      return one;
    }
    int end = 0;
    for (int used = 0; end < one.length(); ) {
      int point = one.codePointAt(end);
      used += wide(point) ? 2 : 1;
      if (used > WIDEST - 1) {
        break;
      }
      end += Character.charCount(point);
    }
    return one.substring(0, end) + "…";
  }

  /** Pads to a number of terminal columns; an East Asian wide character takes two. */
  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  static int width(String text) {
    return text.codePoints().map(point -> wide(point) ? 2 : 1).sum();
  }

  private static boolean wide(int point) {
    return point >= 0x1100
        && (point <= 0x115F
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || point >= 0x20000);
  }
}
