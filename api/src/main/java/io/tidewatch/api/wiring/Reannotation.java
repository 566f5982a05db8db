package io.tidewatch.api.wiring;

import io.tidewatch.connectors.intake.DocumentHints;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import java.util.function.Supplier;

/**
 * Annotates stored documents again after the dictionary has changed. The work list is the index
 * itself: whatever still carries another dictionary version. Nothing else is stored, so after a
 * crash the job goes on where its last commit left it. Safe from any thread; of two that meet, one
 * writes a document and the other passes over it.
 */
final class Reannotation {
  private static final int BATCH = 1000;

  private final Supplier<DocumentStore> documents;
  private final Language language;
  private final DocumentHints hints = new DocumentHints();

  Reannotation(Supplier<DocumentStore> documents, Language language) {
    this.documents = documents;
    this.language = language;
  }

  /**
   * How far the job is.
   *
   * @param dictionaryVersion the version that every document shall carry
   * @param pending documents that carry another one
   */
  record Progress(String dictionaryVersion, long pending) {}

  Progress progress() {
    String version = language.dictionaryVersion();
    return new Progress(version, documents.get().countAnnotatedWithOther(version));
  }

  /** Runs until no document carries another version; returns how many were annotated again. */
  long run() {
    long done = 0;
    for (int written = step(BATCH); written > 0; written = step(BATCH)) {
      done += written;
    }
    return done;
  }

  /** Annotates at most {@code limit} documents again, newest first, and commits them. */
  int step(int limit) {
    DocumentStore store = documents.get();
    List<StoredDocument> stale = store.annotatedWithOther(language.dictionaryVersion(), limit);
    if (stale.isEmpty()) {
      return 0;
    }
    DocumentAnnotator annotator = language.annotator();
    int written = 0;
    for (StoredDocument document : stale) {
      var annotation = annotator.annotate(
          document.record().text(), hints.of(document.record(), annotator.catalogue()));
      written += store.update(document.record().key(), document.revision(), annotation) ? 1 : 0;
    }
    store.commit();
    return written;
  }
}
