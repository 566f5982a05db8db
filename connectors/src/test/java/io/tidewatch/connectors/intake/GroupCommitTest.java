package io.tidewatch.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {

  @Test
  void writersThatWait_shareTheNextCommit() throws InterruptedException {
    var commits = new AtomicInteger();
    var running = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var group = new GroupCommit(() -> {
      if (commits.incrementAndGet() == 1) {
        running.countDown();
        await(release);
      }
    });
    List<Thread> writers = new ArrayList<>();
    writers.add(Thread.ofPlatform().start(group::await));
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 4; i++) {
      writers.add(Thread.ofPlatform().start(group::await));
    }
    for (Thread writer : writers.subList(1, 5)) {
      while (writer.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    release.countDown();
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(commits).hasValue(2);
  }

  @Test
  void commitThatFails_isAskedForAgain() {
    var commits = new AtomicInteger();
    var group = new GroupCommit(() -> {
      if (commits.incrementAndGet() == 1) {
        throw new IllegalStateException("disk");
      }
    });
    assertThatThrownBy(group::await).hasMessage("disk");
    group.await();
    assertThat(commits).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
