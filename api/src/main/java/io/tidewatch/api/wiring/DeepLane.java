package io.tidewatch.api.wiring;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes waiting documents from the index, refines them and writes them back unless somebody changed
 * them meanwhile. The index is the only work list, so a crash loses nothing.
 */
final class DeepLane {
  private static final Logger log = LoggerFactory.getLogger(DeepLane.class);

  private final Supplier<DocumentStore> documents;
  private final Language language;
  private final BooleanSupplier on;

  DeepLane(Supplier<DocumentStore> documents, Language language, BooleanSupplier on) {
    this.documents = documents;
    this.language = language;
    this.on = on;
  }

  /** Whether the lane is switched on and its models are there. */
  boolean running() {
    return on.getAsBoolean() && language.deepReady();
  }

  /**
   * Refines at most {@code limit} documents, newest first, and tells {@code listener} each with its
   * new annotation; returns how many were written back.
   */
  int run(int limit, BiConsumer<StoredDocument, Annotation> listener) {
    if (!running()) {
      return 0;
    }
    DocumentStore store = documents.get();
    List<StoredDocument> waiting = store.awaitingDeepLane(limit);
    if (waiting.isEmpty()) {
      return 0;
    }
    int written = 0;
    for (StoredDocument document : waiting) {
      Annotation refined = language.deep().refine(document.record().text(), document.annotation());
      if (store.update(document.record().key(), document.revision(), refined)) {
        written++;
        listener.accept(document, refined);
      }
    }
    store.commit();
    log.debug("deep lane refined {} of {} documents", written, waiting.size());
    return written;
  }
}
