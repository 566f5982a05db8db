package io.tidewatch.api.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of files that a campaign is exported to; the label is the ending of the name. */
enum ExportFormat {
  CSV,
  JSONL,
  PARQUET;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(ExportFormat::label).toList();
  }

  static ExportFormat of(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "format: one of " + String.join(", ", labels()) + " is required, got " + label));
  }
}
