package io.tidewatch.api.wiring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** A customer's sheet of brands, products, aliases and words, with Chinese or English headers. */
public final class CatalogueSheet {
  private static final Map<String, String> HEADERS = Map.ofEntries(
      Map.entry("kind", "kind"),
      Map.entry("type", "kind"),
      Map.entry("类型", "kind"),
      Map.entry("id", "id"),
      Map.entry("编号", "id"),
      Map.entry("name", "name"),
      Map.entry("名称", "name"),
      Map.entry("aliases", "aliases"),
      Map.entry("alias", "aliases"),
      Map.entry("别名", "aliases"),
      Map.entry("categories", "categories"),
      Map.entry("category", "categories"),
      Map.entry("类目", "categories"),
      Map.entry("rivals", "rivals"),
      Map.entry("rival", "rivals"),
      Map.entry("竞品", "rivals"),
      Map.entry("brand", "brand"),
      Map.entry("品牌", "brand"),
      Map.entry("price", "price"),
      Map.entry("价格", "price"),
      Map.entry("to", "to"),
      Map.entry("归属", "to"));

  private CatalogueSheet() {}

  /**
   * One row.
   *
   * @param kind {@code brand}, {@code product}, {@code alias} or {@code word}, or 品牌, 产品, 别名, 词
   * @param brand brand of a product, by id, name or alias
   * @param to what an alias names
   * @param position where the row stands, for messages
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String kind,
      @Nullable String id,
      String name,
      List<String> aliases,
      List<String> categories,
      List<String> rivals,
      @Nullable String brand,
      @Nullable String price,
      @Nullable String to,
      String position) {

    public Row {
      aliases = List.copyOf(aliases);
      categories = List.copyOf(categories);
      rivals = List.copyOf(rivals);
    }
  }

  /**
   * Reads a sheet.
   *
   * @throws IllegalArgumentException when the file is no sheet or a required column is missing
   */
  public static List<Row> read(Path file, String charset) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      List<List<String>> table =
          name.endsWith(".xlsx") ? workbook(file) : csv(file, charset(charset));
      return rows(file, table);
    } catch (IOException e) {
      throw new UncheckedIOException("file: cannot be read: " + file, e);
    }
  }

  private static List<Row> rows(Path file, List<List<String>> table) {
    if (table.isEmpty()) {
      throw new IllegalArgumentException("file: a header line is required, got an empty " + file);
    }
    List<String> columns = table.getFirst().stream()
        .map(h -> h.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
        .map(h -> HEADERS.getOrDefault(h, ""))
        .toList();
    if (!columns.contains("kind") || !columns.contains("name")) {
      throw new IllegalArgumentException(
          "file: the columns kind (类型) and name (名称) are required, got "
              + String.join(", ", table.getFirst()).replace("\uFEFF", ""));
    }
    var rows = new ArrayList<Row>();
    for (int i = 1; i < table.size(); i++) {
      List<String> cells = table.get(i);
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      rows.add(new Row(
          cell(columns, cells, "kind", ""),
          blankToNull(cell(columns, cells, "id", "")),
          cell(columns, cells, "name", ""),
          items(cell(columns, cells, "aliases", "")),
          items(cell(columns, cells, "categories", "")),
          items(cell(columns, cells, "rivals", "")),
          blankToNull(cell(columns, cells, "brand", "")),
          blankToNull(cell(columns, cells, "price", "")),
          blankToNull(cell(columns, cells, "to", "")),
          file.getFileName() + " row " + (i + 1)));
    }
    return rows;
  }

  private static List<List<String>> csv(Path file, Charset charset) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, charset, CSVFormat.DEFAULT)) {
      return parser.stream().map(record -> List.of(record.values())).toList();
    }
  }

  private static List<List<String>> workbook(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().openStream()) {
      return rows.map(row -> row.stream().map(CatalogueSheet::text).toList()).toList();
    }
  }

  private static String text(@Nullable Cell cell) {
    String text = cell == null ? null : cell.getText();
    return text == null ? "" : text;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "charset: a charset such as UTF-8 or GBK is required, got " + name, e);
    }
  }

  private static String cell(
      List<String> columns, List<String> cells, String column, String otherwise) {
    int at = columns.indexOf(column);
    return at < 0 || at >= cells.size() ? otherwise : cells.get(at).strip();
  }

  private static List<String> items(String cell) {
    return Arrays.stream(cell.split("[|,，、;；]", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
