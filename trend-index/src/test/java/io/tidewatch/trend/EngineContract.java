package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import io.tidewatch.trend.question.IndexedDocuments;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every engine promises readers and writers of each other. */
public abstract class EngineContract {
  private static final Selection ALL = Selection.of(new Expression.Everything());

  /** An engine over an empty index; the caller closes it. */
  protected abstract IndexEngine engine();

  /** The store over an engine whose readers the test can hold. */
  private static final class Store extends IndexedDocuments {
    private Store(IndexEngine engine) {
      super(engine, () -> Samples.CATALOGUE, 1 << 20);
    }
  }

  @Test
  void reader_inTheMiddleOfAQuestion_blocksNoWriterAndSeesNothingNew() throws Exception {
    IndexEngine engine = engine();
    try (var store = new Store(engine)) {
      put(store, "1");
      var entered = new CountDownLatch(1);
      var leave = new CountDownLatch(1);
      CompletableFuture<Long> slow = CompletableFuture.supplyAsync(
          () -> engine.committed(view -> {
            long before = view.count(ALL);
            entered.countDown();
            await(leave);
            assertThat(view.count(ALL)).isEqualTo(before);
            return pages(view);
          }),
          EngineContract::thread);
      await(entered);

      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(() -> put(store, "2"), EngineContract::thread);
      writer.get(60, TimeUnit.SECONDS);

      assertThat(store.count()).isEqualTo(2);
      assertThat(slow).isNotDone();
      leave.countDown();
      assertThat(slow.get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  /** A thread of its own: a shared pool may have a single one. */
  private static void thread(Runnable task) {
    Thread.ofPlatform().start(task);
  }

  private static long pages(EngineView view) {
    return view.newest(ALL, null, 10).size();
  }

  private static void put(Store store, String id) {
    AnnotatedDocument document = Samples.post(id, "ann", "2025-06-26T05:00:00Z", "LV " + id);
    store.accept(List.of(document));
    store.commit();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
