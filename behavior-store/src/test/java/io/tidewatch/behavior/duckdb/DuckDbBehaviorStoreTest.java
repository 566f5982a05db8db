package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.BehaviorStoreContract;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.Window;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on DuckDB, in a folder whose name could be taken for a pattern. */
final class DuckDbBehaviorStoreTest extends BehaviorStoreContract {
  @TempDir
  Path folder;

  @Override
  protected BehaviorStore open() {
    return new DuckDbBehaviorStore(folder.resolve("it's [a] *folder?"), catalogue::get);
  }

  static Window june() {
    return JUNE;
  }

  @Override
  protected void tidy() {
    ((DuckDbBehaviorStore) store).compact();
  }
}
