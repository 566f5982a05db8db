package io.tidewatch.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Rows as CSV that spreadsheets open rightly: a byte order mark, CRLF lines, nested objects as
 * dotted columns, lists joined by {@code |}, and a leading apostrophe before any text that a
 * spreadsheet would run as a formula.
 */
public final class CsvTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvTable() {}

  /** Writes {@code rows}; the columns are those of all rows in order of appearance. */
  public static void write(List<JsonNode> rows, Appendable out) {
    List<Map<String, String>> flat = rows.stream().map(CsvTable::flatten).toList();
    Set<String> columns = new LinkedHashSet<>();
    flat.forEach(row -> columns.addAll(row.keySet()));
    try {
      out.append(BYTE_ORDER_MARK);
      var printer = new CSVPrinter(out, CSVFormat.EXCEL);
      printer.printRecord(columns);
      for (Map<String, String> row : flat) {
        var cells = new ArrayList<String>(columns.size());
        columns.forEach(column -> cells.add(row.getOrDefault(column, "")));
        printer.printRecord(cells);
      }
      printer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("csv: cannot be written", e);
    }
  }

  /** The cells of one row by dotted column name, in order. */
  public static Map<String, String> flatten(JsonNode row) {
    var cells = new LinkedHashMap<String, String>();
    flatten("", row, cells);
    return cells;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> cells) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String column = prefix + field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject()) {
        flatten(column + ".", value, cells);
      } else if (value.isArray()) {
        var items = new ArrayList<String>();
        value.forEach(item -> items.add(item.isValueNode() ? item.asText() : item.toString()));
        cells.put(column, safe(String.join("|", items)));
      } else if (value.isTextual()) {
        cells.put(column, safe(value.asText()));
      } else {
        cells.put(column, value.isNull() ? "" : value.asText());
      }
    }
  }

  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
