package io.tidewatch.api.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How to print rows; without an option, a table. */
final class OutputOptions {
  @ArgGroup(exclusive = true)
  private final Choice choice = new Choice();

  RowPrinter.Format format() {
    if (choice.json) {
      return RowPrinter.Format.JSON;
    }
    return choice.csv ? RowPrinter.Format.CSV : RowPrinter.Format.TABLE;
  }

  static final class Choice {
    @Option(names = "--json", description = "JSON: one object, or one a line for rows.")
    boolean json;

    @Option(names = "--csv", description = "CSV with a byte order mark, for spreadsheets.")
    boolean csv;
  }
}
