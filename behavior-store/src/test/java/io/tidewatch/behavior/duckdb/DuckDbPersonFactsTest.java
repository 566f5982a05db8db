package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.Facts;
import io.tidewatch.behavior.PersonFactsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on DuckDB. */
final class DuckDbPersonFactsTest extends PersonFactsContract<DuckDbBehaviorStore> {
  @TempDir
  Path folder;

  @Override
  protected DuckDbBehaviorStore open() {
    return new DuckDbBehaviorStore(folder, Facts::catalogue);
  }

  @Override
  protected void tidy() {
    store.compact();
  }
}
