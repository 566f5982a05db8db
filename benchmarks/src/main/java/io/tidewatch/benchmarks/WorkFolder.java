package io.tidewatch.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a benchmark keeps its data: a given folder stays, one of its own goes with {@link #close}.
 */
record WorkFolder(Path path, boolean kept) implements AutoCloseable {

  /** {@code given}: null for a folder of its own. */
  static WorkFolder of(@Nullable Path given) throws IOException {
    return given == null
        ? new WorkFolder(Files.createTempDirectory("tidewatch-benchmark"), false)
        : new WorkFolder(given, true);
  }

  /** The argument at a place, if there is one. */
  static WorkFolder of(String[] arguments, int place) throws IOException {
    return of(arguments.length > place ? Path.of(arguments[place]) : null);
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
