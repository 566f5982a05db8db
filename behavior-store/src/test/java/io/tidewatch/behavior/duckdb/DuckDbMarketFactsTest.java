package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.Facts;
import io.tidewatch.behavior.MarketFactsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DuckDbMarketFactsTest extends MarketFactsContract<DuckDbBehaviorStore> {
  @TempDir
  Path folder;

  @Override
  protected DuckDbBehaviorStore open() {
    return new DuckDbBehaviorStore(folder, Facts::catalogue);
  }
}
