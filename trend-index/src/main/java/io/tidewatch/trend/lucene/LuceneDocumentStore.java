package io.tidewatch.trend.lucene;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.trend.question.IndexedDocuments;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Documents and trends in one Lucene directory.
 *
 * <p>{@link #commit} is a Lucene commit with fsync. After a crash the directory opens at the last
 * commit, and sending the same documents again leads to the same state. One process holds the
 * directory; a second one gets {@link io.tidewatch.model.record.StoreUnavailableException}.
 */
public final class LuceneDocumentStore extends IndexedDocuments {

  /**
   * Opens or creates the index.
   *
   * @param directory is created when absent
   * @param catalogue the newest snapshot: names in answers and queries, products of reviews
   */
  public LuceneDocumentStore(Path directory, Supplier<Catalogue> catalogue) {
    super(new LuceneEngine(directory), catalogue, usualCacheBytes());
  }
}
