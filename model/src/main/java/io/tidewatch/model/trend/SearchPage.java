package io.tidewatch.model.trend;

import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of matches, ordered by (publishedAt descending, key).
 *
 * @param next cursor of the next page; null on the last
 * @param explanations one list a document, in order, when they were asked for; else empty
 */
public record SearchPage(
    List<StoredDocument> documents, @Nullable String next, List<List<ClauseMatch>> explanations) {

  public SearchPage {
    documents = List.copyOf(documents);
    explanations = List.copyOf(explanations);
  }
}
