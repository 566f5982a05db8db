package io.tidewatch.connectors.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet as texts. A day is written {@code 2025-06-01}, a time {@code 2025-06-01
 * 08:00:00}, a number plainly. Not safe for concurrent use.
 */
final class XlsxRows implements Closeable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final ReadableWorkbook book;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final ArrayDeque<Numbered> peeked = new ArrayDeque<>();
  private long number;

  private record Numbered(long number, List<String> cells) {}

  /** {@code sheet} null takes the first; throws IOException when the file is no workbook. */
  XlsxRows(Path file, @Nullable String sheet) throws IOException {
    ReadableWorkbook opened = open(file);
    try {
      this.stream = sheet(opened, sheet).openStream();
      this.rows = stream.iterator();
      this.book = opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw new IOException("no readable workbook: " + e.getMessage(), e);
    }
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (RuntimeException e) {
      throw new IOException("no readable workbook: " + e.getMessage(), e);
    }
  }

  private static Sheet sheet(ReadableWorkbook book, @Nullable String name) throws IOException {
    return name == null
        ? book.getFirstSheet()
        : book.findSheet(name).orElseThrow(() -> new IOException("it has no sheet " + name));
  }

  /** 1-based number of the row that {@link #next} gave last. */
  long number() {
    return number;
  }

  /** Up to {@code count} rows from the beginning; they are given again by {@link #next}. */
  List<List<String>> peek(int count) {
    var first = new ArrayList<List<String>>();
    while (first.size() < count && rows.hasNext()) {
      Row row = rows.next();
      List<String> cells = texts(row);
      first.add(cells);
      peeked.add(new Numbered(row.getRowNum(), cells));
    }
    return first;
  }

  /** Passes over the first {@code count} of the peeked rows. */
  void skip(int count) {
    for (int i = 0; i < count; i++) {
      peeked.poll();
    }
  }

  /** The next row; null at the end. Throws IllegalStateException when the sheet is damaged. */
  @Nullable
  List<String> next() {
    Numbered again = peeked.poll();
    if (again != null) {
      number = again.number();
      return again.cells();
    }
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      number = row.getRowNum();
      return texts(row);
    } catch (RuntimeException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<String> texts(Row row) {
    var texts = new ArrayList<String>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      texts.add(cell == null ? "" : text(cell));
    }
    return texts;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      String format = cell.getDataFormatString();
      return format != null && isTime(format)
          ? time(cell.asDate())
          : cell.asNumber().toPlainString();
    }
    Object value = cell.getValue();
    return value == null ? "" : String.valueOf(value).strip();
  }

  private static boolean isTime(String format) {
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "").toLowerCase(Locale.ROOT);
    return bare.indexOf('y') >= 0 || (bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0);
  }

  private static String time(LocalDateTime at) {
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? at.toLocalDate().toString()
        : TIME.format(at);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
  }
}
