package io.tidewatch.api.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Rows as a file that people open, beside what {@link OutputOptions} prints for programs. */
final class SheetOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json, csv or xlsx; csv and xlsx name keyword columns as people do.")
  private @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of the screen; xlsx needs it.")
  private @Nullable Path out;

  /** What was asked for here, else {@code otherwise}. */
  RowPrinter.Format format(RowPrinter.Format otherwise) {
    if (format == null) {
      return otherwise;
    }
    for (RowPrinter.Format known : RowPrinter.Format.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(format)) {
        return known;
      }
    }
    throw new IllegalArgumentException("format: one of "
        + Arrays.stream(RowPrinter.Format.values())
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "))
        + " is required, got "
        + format);
  }

  /** Whether columns get the names that people know; {@code --csv} keeps those of JSON. */
  boolean named() {
    return format != null;
  }

  /** Null for the screen. */
  @Nullable
  Path out(RowPrinter.Format chosen) {
    if (out == null && chosen == RowPrinter.Format.XLSX) {
      throw new IllegalArgumentException("out: a file is required for xlsx, got nothing");
    }
    return out;
  }
}
