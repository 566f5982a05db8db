package io.tidewatch.api.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the process is asked to stop, and holds its end back until this is closed: declared
 * first in a try statement, it lets everything after it close in order.
 */
final class Shutdown implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  Shutdown() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::hold, "shutdown"));
  }

  /** Returns when the process is asked to stop. */
  void await() throws InterruptedException {
    asked.await();
  }

  private void hold() {
    asked.countDown();
    try {
      if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("tidewatch: did not close within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
