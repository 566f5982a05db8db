package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.DocumentStoreContract;
import io.tidewatch.trend.Samples;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class LuceneDocumentStoreTest extends DocumentStoreContract {
  @TempDir
  Path directory;

  private LuceneDocumentStore store;

  @BeforeEach
  void open() {
    store = new LuceneDocumentStore(directory, () -> Samples.CATALOGUE);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected DocumentStore store() {
    return store;
  }

  @Override
  protected TrendQueries queries() {
    return store;
  }
}
