package io.tidewatch.api.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets work run for a share of the time: after a run that took t, the next waits t · (1/share - 1).
 * For one caller at a time.
 */
final class CpuShare {
  private final double share;
  private final InstantSource clock;
  private Instant free = Instant.MIN;

  /** {@code share} is above 0, at most 1. */
  CpuShare(double share, InstantSource clock) {
    this.share = share;
    this.clock = clock;
  }

  /** Runs {@code work} if its turn has come; returns what it returns, 0 when it must wait. */
  int run(java.util.function.IntSupplier work) {
    Instant start = clock.instant();
    if (start.isBefore(free)) {
      return 0;
    }
    try {
      return work.getAsInt();
    } finally {
      Instant end = clock.instant();
      long took = Duration.between(start, end).toNanos();
      free = end.plusNanos((long) (took * (1 / share - 1)));
    }
  }
}
