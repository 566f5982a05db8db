package io.tidewatch.behavior;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The days whose facts were dropped for good: by type the first UTC day that is kept. It only ever
 * moves forward. Not safe for several threads.
 */
public final class SealedDays {
  private final Path file;
  private final Map<FactType, LocalDate> firstKept = new EnumMap<>(FactType.class);

  SealedDays(Path file) {
    this.file = file;
  }

  /** Reads the file; without one nothing is sealed. */
  void read() throws IOException {
    firstKept.clear();
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] parts = line.split("\t", -1);
      try {
        firstKept.put(FactType.of(parts[0]).orElseThrow(), LocalDate.parse(parts[1]));
      } catch (DateTimeException
          | ArrayIndexOutOfBoundsException
          | java.util.NoSuchElementException e) {
        throw new IOException(file + ": a type and a day are expected, got " + line, e);
      }
    }
  }

  /** Moves the first days forward where these are later; on disk when it returns. */
  void raise(Map<FactType, LocalDate> days, Path draft) throws IOException {
    var raised = new EnumMap<FactType, LocalDate>(FactType.class);
    raised.putAll(firstKept);
    days.forEach((type, day) -> raised.merge(type, day, (a, b) -> a.isAfter(b) ? a : b));
    if (raised.equals(firstKept)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    raised.forEach((type, day) -> lines.add(type.label() + "\t" + day));
    Files.write(draft, lines, StandardCharsets.UTF_8);
    DurableFiles.sync(draft);
    DurableFiles.rename(draft, file);
    Path folder = file.getParent();
    if (folder != null) {
      DurableFiles.syncDirectory(folder);
    }
    firstKept.putAll(raised);
  }

  /** The first day that is kept, for types of which days were dropped. */
  public Map<FactType, LocalDate> firstKept() {
    return Collections.unmodifiableMap(firstKept);
  }

  /** Whether a fact of the type on that day is refused. */
  public boolean covers(FactType type, LocalDate day) {
    LocalDate first = firstKept.get(type);
    return first != null && day.isBefore(first);
  }
}
