package io.tidewatch.behavior.duckdb;

/**
 * Limits of the embedded engine.
 *
 * @param threads worker threads of one query, at least 1
 * @param memoryMegabytes native memory of the engine, at least 64; larger work spills to disk
 * @param compactAtBatches uncompacted batches at which a write compacts by itself, at least 1
 * @param compactAtRows uncompacted rows at which a write compacts by itself, at least 1; they are
 *     held in the engine's memory
 */
public record DuckDbSettings(
    int threads, int memoryMegabytes, int compactAtBatches, long compactAtRows) {

  /** Two threads, 1 GB, compaction at 512 batches or 400,000 rows. */
  public static final DuckDbSettings DEFAULT = new DuckDbSettings(2, 1000, 512, 400_000);

  public DuckDbSettings {
    require("threads", 1, threads);
    require("memoryMegabytes", 64, memoryMegabytes);
    require("compactAtBatches", 1, compactAtBatches);
    require("compactAtRows", 1, compactAtRows);
  }

  private static void require(String argument, long least, long value) {
    if (value < least) {
      throw new IllegalArgumentException(
          argument + ": at least " + least + " is required, got " + value);
    }
  }
}
