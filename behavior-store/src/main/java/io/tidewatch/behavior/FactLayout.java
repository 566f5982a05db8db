package io.tidewatch.behavior;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The partitioned files at one moment: by type, then UTC day. Immutable. */
public final class FactLayout {
  private final Map<FactType, NavigableMap<LocalDate, List<Path>>> files =
      new EnumMap<>(FactType.class);

  FactLayout(Map<FactType, ? extends Map<LocalDate, List<Path>>> files) {
    files.forEach((type, days) -> {
      var copy = new TreeMap<LocalDate, List<Path>>();
      days.forEach((day, paths) -> copy.put(day, List.copyOf(paths)));
      this.files.put(type, Collections.unmodifiableNavigableMap(copy));
    });
  }

  /** Files of a type by day, ascending. */
  public NavigableMap<LocalDate, List<Path>> days(FactType type) {
    return files.getOrDefault(type, Collections.emptyNavigableMap());
  }

  /** All files of a type, by day. */
  public List<Path> files(FactType type) {
    return flat(days(type));
  }

  /** Files of a type whose day is in the closed range. */
  public List<Path> files(FactType type, LocalDate first, LocalDate last) {
    return first.isAfter(last) ? List.of() : flat(days(type).subMap(first, true, last, true));
  }

  private static List<Path> flat(Map<LocalDate, List<Path>> days) {
    return days.values().stream().flatMap(List::stream).toList();
  }
}
