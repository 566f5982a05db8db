package io.tidewatch.connectors.file;

import io.tidewatch.connectors.map.FormatMap;
import java.util.List;

/** Finds the header among the first rows of a table. */
final class Headings {
  private Headings() {}

  /** The first row that holds every required column; the first row when none does. */
  static List<String> find(FormatMap map, List<List<String>> rows) {
    for (List<String> row : rows) {
      if (map.missing(map.logical(row)).isEmpty()) {
        return row;
      }
    }
    return rows.isEmpty() ? List.of() : rows.getFirst();
  }
}
