package io.tidewatch.model.document;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.util.List;
import java.util.Optional;

/**
 * The write side of the document index. Safe from any thread. A write is visible to {@link #get}
 * at once, and durable and searchable after {@link #commit}. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface DocumentStore extends AutoCloseable {

  /**
   * Adds, corrects or recognises documents; one outcome a document, in order. Within a batch later
   * documents see earlier ones. The same key with the same content is a duplicate; the newer {@code
   * updatedAt}, else the later arrival, wins. What was published on a sealed day changes nothing.
   */
  List<WriteOutcome> accept(List<AnnotatedDocument> documents);

  /**
   * Deletes a document and leaves a tombstone; a second deletion is a duplicate. Of a source that has
   * a seal, one that is not there counts as sealed: it may have been dropped with its day.
   */
  WriteOutcome delete(DocumentKey key);

  /** Deletes the document {@code id} of every source that holds one. */
  WriteOutcome delete(String id);

  /** Marks the hour of the heartbeat as observed for its source. */
  WriteOutcome observe(Heartbeat heartbeat);

  /**
   * Replaces the annotation if the document still has {@code expectedRevision}; false when it has
   * changed or gone.
   */
  boolean update(DocumentKey key, long expectedRevision, Annotation annotation);

  Optional<StoredDocument> get(DocumentKey key);

  /** Documents that want the deep lane and have not been through it, newest first. */
  List<StoredDocument> awaitingDeepLane(int limit);

  /** Documents annotated with another dictionary version than {@code current}, newest first. */
  List<StoredDocument> annotatedWithOther(String current, int limit);

  /** How many documents {@link #annotatedWithOther} would give without a limit. */
  long countAnnotatedWithOther(String current);

  /** Makes everything written so far durable and searchable. */
  void commit();

  @Override
  void close();
}
