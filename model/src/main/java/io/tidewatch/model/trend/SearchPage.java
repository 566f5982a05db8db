package io.tidewatch.model.trend;

import io.tidewatch.model.document.StoredDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of matches, ordered by (publishedAt descending, key).
 *
 * @param total all matches, exact
 * @param next cursor of the next page; null on the last
 */
public record SearchPage(
    List<StoredDocument> documents, long total, @Nullable String next) {

  public SearchPage {
    documents = List.copyOf(documents);
  }
}
