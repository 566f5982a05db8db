package io.tidewatch.api.alert;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How fast a receiver may be sent to: never more than twenty messages in any minute, also over a
 * restart. The burst, a minute's refill and what a new process begins with add up to twenty. Safe
 * from any thread.
 */
final class Pace {
  private static final int BURST = 4;
  private static final int A_MINUTE = 15;
  private static final int AT_START = 1;

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes one permit for {@code webhook}; false when there is none now. */
  boolean permits(String webhook) {
    return buckets.computeIfAbsent(webhook, name -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(Bandwidth.builder()
            .capacity(BURST)
            .refillGreedy(A_MINUTE, Duration.ofMinutes(1))
            .initialTokens(AT_START)
            .build())
        .withCustomTimePrecision(new Meter(clock))
        .build();
  }

  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
