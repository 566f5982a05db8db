package io.tidewatch.connectors.file;

import io.tidewatch.connectors.intake.Batch;
import io.tidewatch.connectors.intake.Intake;
import io.tidewatch.connectors.intake.Intake.Outage;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.ItemOutcome;
import io.tidewatch.model.record.DocumentRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets reading, annotating and storing overlap: a few chunks are on their way at a time, and the
 * reader waits while they are. Chunks are stored in order by one thread. Not safe for concurrent
 * use.
 */
final class ChunkPipeline implements AutoCloseable {
  private static final int ON_THE_WAY = 3;

  private final Intake intake;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().name("intake-writer").daemon(true).factory());
  private final ArrayDeque<Future<IntakeCounts>> running = new ArrayDeque<>();
  private IntakeCounts counts = IntakeCounts.NONE;
  private long uncommitted;

  ChunkPipeline(Intake intake) {
    this.intake = intake;
  }

  void submit(Batch batch) {
    while (running.size() >= ON_THE_WAY) {
      await();
    }
    Intake.Prepared prepared = intake.prepare(batch, Outage.DEAD_LETTER);
    running.add(writer.submit(() -> store(prepared)));
  }

  /** Waits for everything, makes it durable and gives the counts so far. */
  IntakeCounts finish() {
    while (!running.isEmpty()) {
      await();
    }
    intake.commit();
    return counts;
  }

  private IntakeCounts store(Intake.Prepared prepared) {
    List<ItemOutcome> outcomes = intake.store(prepared, Outage.DEAD_LETTER);
    for (Item item : prepared.batch().items()) {
      uncommitted += item instanceof Item.Decoded d && d.record() instanceof DocumentRecord ? 1 : 0;
    }
    if (uncommitted >= intake.settings().commitEvery()) {
      intake.commit();
      uncommitted = 0;
    }
    return IntakeCounts.of(outcomes);
  }

  private void await() {
    try {
      counts = counts.plus(running.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while records were stored", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("storing stopped", e.getCause());
    }
  }

  /** Lets what was handed over be stored: a store that is interrupted may not recover. */
  @Override
  public void close() {
    writer.close();
  }
}
