package io.tidewatch.api.wiring;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one piece of background work again and again on a thread of its own, so that nothing else
 * waits for it. A trouble is logged once while it lasts.
 */
final class Ticker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ticker.class);

  private final Supplier<@Nullable String> run;
  private final String name;
  private final ScheduledExecutorService thread;
  private @Nullable String trouble;

  /** {@code name}: of the work and its thread; {@code run} gives what is wrong, or null. */
  Ticker(String name, Supplier<@Nullable String> run) {
    this.run = run;
    this.name = name;
    this.thread = Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name(name).daemon().factory());
  }

  void start(Duration pause) {
    var _ = thread.scheduleWithFixedDelay(
        this::tick, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One run. Whatever goes wrong, there will be another. */
  void tick() {
    String now;
    try {
      now = run.get();
    } catch (RuntimeException e) {
      now = String.valueOf(e.getMessage());
    }
    if (now != null && !Objects.equals(now, trouble)) {
      log.warn("{}: {}", name, now);
    }
    trouble = now;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(15, TimeUnit.SECONDS)) {
        log.warn("{}: the last run did not end in time", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
