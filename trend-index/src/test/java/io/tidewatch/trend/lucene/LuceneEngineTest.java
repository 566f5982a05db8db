package io.tidewatch.trend.lucene;

import io.tidewatch.trend.EngineContract;
import io.tidewatch.trend.engine.IndexEngine;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class LuceneEngineTest extends EngineContract {
  @TempDir
  Path directory;

  @Override
  protected IndexEngine engine() {
    return new LuceneEngine(directory);
  }
}
