package io.tidewatch.api.wiring;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DeepAnnotator;
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

  /** Why a text that the lane cannot read is left to the fast lane. */
  static final String FAILED = "failed";

  private final Supplier<DocumentStore> documents;
  private final BooleanSupplier running;
  private final Supplier<DeepAnnotator> annotator;

  /** {@code running} tells whether the lane is switched on and its models are there. */
  DeepLane(
      Supplier<DocumentStore> documents,
      BooleanSupplier running,
      Supplier<DeepAnnotator> annotator) {
    this.documents = documents;
    this.running = running;
    this.annotator = annotator;
  }

  /**
   * Refines at most {@code limit} documents, newest first, and tells {@code listener} each with its
   * new annotation; returns how many were written back.
   */
  int run(int limit, BiConsumer<StoredDocument, Annotation> listener) {
    if (!running.getAsBoolean()) {
      return 0;
    }
    DocumentStore store = documents.get();
    List<StoredDocument> waiting = store.awaitingDeepLane(limit);
    if (waiting.isEmpty()) {
      return 0;
    }
    int written = 0;
    DeepAnnotator deep = annotator.get();
    for (StoredDocument document : waiting) {
      Annotation refined = refine(deep, document);
      if (store.update(document.record().key(), document.revision(), refined)) {
        written++;
        listener.accept(document, refined);
      }
    }
    store.commit();
    log.debug("deep lane refined {} of {} documents", written, waiting.size());
    return written;
  }

  /** A text that breaks the lane is left to the fast lane for good, so that it stops no other. */
  private static Annotation refine(DeepAnnotator deep, StoredDocument document) {
    try {
      return deep.refine(document.record().text(), document.annotation());
    } catch (RuntimeException e) {
      log.warn("deep lane: {} is left to the fast lane: {}", document.record().key(), e.toString());
      return document.annotation().leftByDeepLane(FAILED);
    }
  }
}
