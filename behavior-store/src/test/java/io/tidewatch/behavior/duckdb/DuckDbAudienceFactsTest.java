package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.AudienceFactsContract;
import io.tidewatch.behavior.Facts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DuckDbAudienceFactsTest extends AudienceFactsContract<DuckDbBehaviorStore> {
  @TempDir
  Path folder;

  @Override
  protected DuckDbBehaviorStore open() {
    return new DuckDbBehaviorStore(folder, Facts::catalogue);
  }
}
