package io.tidewatch.connectors.intake;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets writers that arrive together share one commit: who waits while a commit runs is served by
 * the next one. Safe from any thread.
 */
final class GroupCommit {
  private final Runnable commit;
  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock running = new ReentrantLock();
  private long served;

  GroupCommit(Runnable commit) {
    this.commit = commit;
  }

  /** Returns when everything that the caller wrote before is durable. */
  void await() {
    long mine = asked.incrementAndGet();
    running.lock();
    try {
      if (served < mine) {
        long upTo = asked.get();
        commit.run();
        served = upTo;
      }
    } finally {
      running.unlock();
    }
  }
}
