package io.tidewatch.behavior;

import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store of its own for each test. */
public abstract class OpenedStore<S extends BehaviorStore> {
  protected S store;
  private long chunk;

  /** Opens the store of this test; a second call opens the same data again. */
  protected abstract S open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** Sends the records as one batch. */
  protected final List<WriteOutcome> accept(DataRecord... records) {
    return accept(List.of(records));
  }

  /** Sends the records as one batch. */
  protected final List<WriteOutcome> accept(List<? extends DataRecord> records) {
    return store.accept(nextBatch(), records);
  }

  /** A batch that was not sent before. */
  protected final BatchId nextBatch() {
    return new BatchId("shop", "test", chunk++);
  }

  /** Closes the store and opens the same data again. */
  protected final void reopen() {
    store.close();
    store = open();
  }
}
