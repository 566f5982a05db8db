package io.tidewatch.trend.elastic;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.trend.question.IndexedDocuments;
import java.util.function.Supplier;

/**
 * Documents and trends in one index of an Elasticsearch cluster.
 *
 * <p>A write is durable when it returns and searchable after {@link #commit}. A cluster that is away
 * is asked again for a while, then the call ends with {@link
 * io.tidewatch.model.record.StoreUnavailableException}; sending the same documents again leads to
 * the same state.
 */
public final class ElasticDocumentStore extends IndexedDocuments {

  /**
   * Opens the index, or creates it.
   *
   * @param catalogue the newest snapshot: names in answers and queries, products of reviews
   */
  public ElasticDocumentStore(ElasticSettings settings, Supplier<Catalogue> catalogue) {
    super(new ElasticEngine(settings), catalogue, usualCacheBytes());
  }
}
