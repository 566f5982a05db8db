package io.tidewatch.api.wiring;

import io.tidewatch.connectors.intake.DocumentHints;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import java.util.function.Supplier;

/**
 * Annotates stored documents again after the dictionary has changed. The work list is the index
 * itself: whatever still carries another dictionary version; so the job resumes after a crash.
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

  /** Runs until no document carries another version; returns how many were annotated again. */
  long run() {
    DocumentStore store = documents.get();
    long done = 0;
    String version = language.dictionaryVersion();
    for (List<StoredDocument> stale = store.annotatedWithOther(version, BATCH);
        !stale.isEmpty();
        stale = store.annotatedWithOther(version, BATCH)) {
      DocumentAnnotator annotator = language.annotator();
      long written = 0;
      for (StoredDocument document : stale) {
        var annotation = annotator.annotate(
            document.record().text(), hints.of(document.record(), annotator.catalogue()));
        written += store.update(document.record().key(), document.revision(), annotation) ? 1 : 0;
      }
      store.commit();
      done += written;
      version = language.dictionaryVersion();
      if (written == 0) {
        break;
      }
    }
    return done;
  }
}
