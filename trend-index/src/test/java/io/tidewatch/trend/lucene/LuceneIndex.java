package io.tidewatch.trend.lucene;

import io.tidewatch.trend.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty index in a directory of its own for each test. */
@NullUnmarked
final class LuceneIndex implements BeforeEachCallback, AfterEachCallback {
  private Path directory;
  private LuceneDocumentStore store;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    directory = Files.createTempDirectory("lucene-index");
    store = new LuceneDocumentStore(directory, () -> Samples.CATALOGUE);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    store.close();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  LuceneDocumentStore store() {
    return store;
  }
}
