package io.tidewatch.connectors.map;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The description of one kind of file: how to cut it into rows and how to make records of them.
 * Immutable.
 *
 * @param name what {@code --format} takes, or the path of the file it was read from
 * @param about one sentence for people
 * @param kinds kinds of file it reads
 * @param charsets tried in order against the first bytes of the file; the first that fits is taken
 * @param delimiter between the cells of a line; null when the file's own name or text decides
 * @param quote around cells that hold delimiters or line breaks; null when the file has none
 * @param header whether a row names the columns
 * @param headerWithin how many first rows are looked through for the header
 * @param columns logical column names with the headers they may have; without a header, in order
 * @param required logical names of columns that the file must have
 * @param items path to the list inside a JSON file, such as {@code data.items}; null finds it
 * @param sheet name of the sheet; null takes the first
 * @param source source of the records
 * @param type record type
 * @param titles whether {@code keyword} is a product title and {@code orders} are sold so far: rows
 *     of {@code keyword_stats} with a product as their id, of which the words of titles get the sales
 *     of each day
 * @param skip rows that are no records
 * @param fields record fields and how to make them
 * @param keep columns kept beside the record's own fields, under their logical names
 */
public record FormatMap(
    String name,
    String about,
    Set<Kind> kinds,
    List<Charset> charsets,
    @Nullable Character delimiter,
    @Nullable Character quote,
    boolean header,
    int headerWithin,
    Map<String, List<String>> columns,
    List<String> required,
    @Nullable String items,
    @Nullable String sheet,
    @Nullable String source,
    String type,
    boolean titles,
    List<Skip> skip,
    Map<String, FieldRule> fields,
    List<String> keep) {

  public FormatMap {
    kinds = Set.copyOf(kinds);
    charsets = List.copyOf(charsets);
    required = List.copyOf(required);
    skip = List.copyOf(skip);
    keep = List.copyOf(keep);
  }

  /** What a file is cut by. */
  public enum Kind {
    DELIMITED,
    XLSX,
    JSON,
    JSONL
  }

  /** A row whose column matches is passed over. */
  public record Skip(String column, Pattern matches) {}

  /** The logical name of a column with this header; the header itself when none lists it. */
  public String logical(String heading) {
    String clean = heading.strip();
    for (Map.Entry<String, List<String>> column : columns.entrySet()) {
      if (column.getValue().contains(clean)) {
        return column.getKey();
      }
    }
    return clean;
  }

  /**
   * Logical names for a row of headings, in order; of several headings for one column the first
   * counts and the others keep their own name.
   */
  public List<String> logical(List<String> headings) {
    var names = new ArrayList<String>(headings.size());
    for (String heading : headings) {
      String name = logical(heading);
      names.add(names.contains(name) ? heading.strip() : name);
    }
    return names;
  }

  /** Required columns that are not among the logical names, in order. */
  public List<String> missing(List<String> names) {
    return required.stream().filter(r -> !names.contains(r)).toList();
  }
}
