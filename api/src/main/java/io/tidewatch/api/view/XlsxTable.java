package io.tidewatch.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows as an Excel workbook of one sheet, with the columns of {@link CsvTable}. */
public final class XlsxTable {
  private XlsxTable() {}

  /** Writes {@code rows}; numbers become number cells, everything else text. */
  public static void write(List<JsonNode> rows, OutputStream out) {
    List<Map<String, String>> flat = rows.stream().map(CsvTable::flatten).toList();
    Set<String> names = new LinkedHashSet<>();
    flat.forEach(row -> names.addAll(row.keySet()));
    List<String> columns = new ArrayList<>(names);
    try (var workbook = new Workbook(out, "Tidewatch", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("rows");
      for (int column = 0; column < columns.size(); column++) {
        sheet.value(0, column, columns.get(column));
        for (int row = 0; row < flat.size(); row++) {
          cell(sheet, row, column, rows.get(row), flat.get(row), columns.get(column));
        }
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("xlsx: cannot be written", e);
    }
  }

  private static void cell(
      Worksheet sheet, int row, int column, JsonNode node, Map<String, String> flat, String name) {
    String text = flat.getOrDefault(name, "");
    JsonNode value = node.has(name) ? node.get(name) : node.at("/" + name.replace('.', '/'));
    if (value.isNumber()) {
      sheet.value(row + 1, column, value.decimalValue());
    } else if (!text.isEmpty()) {
      sheet.value(row + 1, column, text);
    }
  }
}
