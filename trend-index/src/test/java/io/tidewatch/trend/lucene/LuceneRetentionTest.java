package io.tidewatch.trend.lucene;

import io.tidewatch.trend.RetentionContract;
import io.tidewatch.trend.engine.IndexEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;

/** A crash leaves the files as they are at that moment: a copy of them is opened next. */
@NullUnmarked
class LuceneRetentionTest extends RetentionContract {
  @TempDir
  Path directory;

  private int copies;

  @Override
  protected IndexEngine engine() {
    return new LuceneEngine(path());
  }

  @Override
  protected void crash() {
    Path from = path();
    copies++;
    try {
      Files.createDirectories(path());
      try (var files = Files.list(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, path().resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path() {
    return directory.resolve("index" + copies);
  }
}
