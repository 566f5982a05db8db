package io.tidewatch.trend;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Times as the index keeps them: microseconds since 1970, UTC. */
public final class Micros {
  private Micros() {}

  /** The microsecond that holds an instant. */
  public static long of(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
  }

  /** The first microsecond at or after an instant. */
  public static long up(Instant at) {
    return of(at.plusNanos(999));
  }

  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L),
        TimeUnit.MICROSECONDS.toNanos(Math.floorMod(micros, 1_000_000L)));
  }
}
