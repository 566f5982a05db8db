package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.FactType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Days to keep as the first UTC day that is kept. */
final class RetentionDays {
  private RetentionDays() {}

  /**
   * @param days to keep by label of the type
   * @throws IllegalArgumentException when a type is unknown or a number below 1
   */
  static Map<FactType, LocalDate> firstKept(Map<String, Integer> days, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var firstKept = new EnumMap<FactType, LocalDate>(FactType.class);
    days.forEach((label, kept) -> {
      FactType type = FactType.of(label)
          .orElseThrow(() -> new IllegalArgumentException(
              "retention.behavior: a behaviour or person type is required, got " + label));
      if (kept < 1) {
        throw new IllegalArgumentException(
            "retention.behavior." + label + ": at least 1 day is required, got " + kept);
      }
      firstKept.put(type, today.minusDays(kept));
    });
    return firstKept;
  }

  /** Whether this would seal more than is sealed. */
  static boolean reaches(Map<FactType, LocalDate> firstKept, FactFiles files) {
    return firstKept.entrySet().stream().anyMatch(e -> {
      LocalDate sealed = files.sealed().firstKept().get(e.getKey());
      return sealed == null || sealed.isBefore(e.getValue());
    });
  }

  static Map<String, LocalDate> byLabel(Map<FactType, LocalDate> firstKept) {
    var labels = new TreeMap<String, LocalDate>();
    firstKept.forEach((type, day) -> labels.put(type.label(), day));
    return labels;
  }
}
