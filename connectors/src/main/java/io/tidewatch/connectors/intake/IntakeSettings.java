package io.tidewatch.connectors.intake;

import java.time.Duration;

/**
 * Sizes and patience of the intake.
 *
 * @param threads annotating threads, at least 1
 * @param recordLimit bytes of one record, at least 1024
 * @param chunkDocuments documents of a file that go in together
 * @param commitEvery documents of a file after which what went in is made durable
 * @param retries how often a store that is away is asked again
 * @param firstDelay before the first retry; doubled each time, up to {@code lastDelay}
 */
public record IntakeSettings(
    int threads,
    int recordLimit,
    int chunkDocuments,
    int commitEvery,
    int retries,
    Duration firstDelay,
    Duration lastDelay) {

  public IntakeSettings {
    if (threads < 1 || recordLimit < 1024 || chunkDocuments < 1 || commitEvery < 1) {
      throw new IllegalArgumentException(
          "intake: at least 1 thread, 1024 bytes a record, 1 document a chunk and a commit are"
              + " required");
    }
    if (retries < 0 || firstDelay.compareTo(lastDelay) >= 0) {
      throw new IllegalArgumentException(
          "retries: 0 or more, with the first delay below the last, are required");
    }
  }

  /**
   * One thread a processor, 1 MiB a record, chunks of 1,000, durable every 20,000, five retries within
   * 4 s. A file that was cut off is read again, so a commit serves readers and not safety; four times
   * as many cost a sixth of all processor time.
   */
  public static IntakeSettings defaults() {
    return new IntakeSettings(
        Runtime.getRuntime().availableProcessors(),
        1 << 20,
        1_000,
        20_000,
        5,
        Duration.ofMillis(100),
        Duration.ofSeconds(2));
  }
}
