package io.tidewatch.connectors.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the raw records of one file are to be read again.
 *
 * @param format {@link #RECORDS}, or the name or path of a format map
 * @param form one line of the file, or one JSON object of its cells
 * @param charset of lines
 * @param delimiter of the cells of a line; null when lines are JSON
 * @param columns logical column names of the cells of a line
 */
public record Layout(
    String format, Form form, String charset, @Nullable Character delimiter, List<String> columns) {

  /** The format of records that need no map. */
  public static final String RECORDS = "records";

  private static final String UBI = "ubi";

  public Layout {
    columns = List.copyOf(columns);
  }

  /** Lines or objects. */
  public enum Form {
    LINE,
    OBJECT
  }

  /** Whether a format asked for by name needs no map; UBI records are known by their shape. */
  public static boolean needsNoMap(String format) {
    return format.equals(RECORDS) || format.equals(UBI);
  }

  /** JSON records, one a line or one an object. */
  public static Layout records(Form form) {
    return new Layout(RECORDS, form, "UTF-8", null, List.of());
  }
}
