package io.tidewatch.connectors.file;

import io.tidewatch.connectors.map.FormatMap;
import java.util.List;

/** Finds the header among the first rows of a table. */
final class Headings {
  private Headings() {}

  /** Index of the first row that holds every required column; 0 when none does. */
  static int find(FormatMap map, List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (map.missing(map.logical(rows.get(i))).isEmpty()) {
        return i;
      }
    }
    return 0;
  }
}
