package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.trend.Coverage;

/** A coverage cell as an index term: day, unit or -, source. */
final class CoverageTerm {
  private static final String NO_UNIT = "-";

  private CoverageTerm() {}

  static String of(Coverage.Cell cell) {
    String unit = cell.unit() == null ? NO_UNIT : cell.unit().name();
    return cell.day() + " " + unit + " " + cell.source();
  }

  static Coverage.Cell parse(String term) {
    int first = term.indexOf(' ');
    int second = term.indexOf(' ', first + 1);
    String unit = term.substring(first + 1, second);
    return new Coverage.Cell(
        term.substring(second + 1),
        unit.equals(NO_UNIT) ? null : CountingUnit.valueOf(unit),
        Long.parseLong(term.substring(0, first)));
  }
}
