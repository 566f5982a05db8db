package io.tidewatch.api.wiring;

import io.tidewatch.keywords.semantic.MediaSpaces;
import io.tidewatch.keywords.semantic.PostMedia;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.WriteOutcome;
import java.util.List;
import java.util.Optional;

/** A document store whose posts' picture vectors are kept beside it. */
final class PicturedDocuments implements DocumentStore {
  private final DocumentStore documents;
  private final MediaSpaces spaces;
  private final PostMedia pictures;

  /** {@code spaces} are those of {@code pictures}. */
  PicturedDocuments(DocumentStore documents, MediaSpaces spaces, PostMedia pictures) {
    this.documents = documents;
    this.spaces = spaces;
    this.pictures = pictures;
  }

  @Override
  public List<WriteOutcome> accept(List<AnnotatedDocument> batch) {
    List<WriteOutcome> outcomes = documents.accept(batch);
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).record() instanceof Post post && isStored(post, outcomes.get(i))) {
        pictures.accept(post);
      }
    }
    return outcomes;
  }

  /** A post that comes again brings its vectors again, in case they were lost. */
  private boolean isStored(Post post, WriteOutcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> true;
      case DUPLICATE ->
        post.media().stream().anyMatch(media -> media.vector() != null)
            && documents
                .get(post.key())
                .map(stored -> stored.record().envelope().contentHash())
                .filter(hash -> hash == post.envelope().contentHash())
                .isPresent();
      case SEALED -> false;
    };
  }

  @Override
  public WriteOutcome delete(DocumentKey key) {
    pictures.remove(key);
    return documents.delete(key);
  }

  @Override
  public WriteOutcome delete(String id) {
    return documents.delete(id);
  }

  @Override
  public WriteOutcome observe(Heartbeat heartbeat) {
    return documents.observe(heartbeat);
  }

  @Override
  public boolean update(DocumentKey key, long expectedRevision, Annotation annotation) {
    return documents.update(key, expectedRevision, annotation);
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    return documents.get(key);
  }

  @Override
  public List<StoredDocument> awaitingDeepLane(int limit) {
    return documents.awaitingDeepLane(limit);
  }

  @Override
  public List<StoredDocument> annotatedWithOther(String current, int limit) {
    return documents.annotatedWithOther(current, limit);
  }

  @Override
  public long countAnnotatedWithOther(String current) {
    return documents.countAnnotatedWithOther(current);
  }

  /** Vectors first, so that no acknowledged post lacks its own. */
  @Override
  public void commit() {
    spaces.commit();
    documents.commit();
  }

  @Override
  public void close() {
    documents.close();
  }
}
