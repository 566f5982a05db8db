package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;
import java.util.Set;

/**
 * Removes the documents of a query in pages, each with the version that was found, so that one that
 * someone else changed meanwhile is looked at again. It needs no module beyond search and bulk.
 */
final class BulkDrop {
  private static final int PAGE = 5_000;

  /** Changed or removed by someone else meanwhile, or no room for now. */
  private static final Set<Integer> PASSING = Set.of(404, 409, 429, 503);

  private final ElasticCalls calls;
  private final String index;

  BulkDrop(ElasticCalls calls, String index) {
    this.calls = calls;
    this.index = index;
  }

  /** Returns when nothing matches any more. */
  void run(Query query) {
    int idle = 0;
    for (List<Hit<ElasticSource>> page = page(query); !page.isEmpty(); page = page(query)) {
      idle = remove(page) > 0 ? 0 : idle + 1;
      if (idle >= calls.attempts()) {
        throw new StoreUnavailableException(
            "the index " + index + " did not remove " + page.size() + " documents");
      }
      if (idle > 0) {
        calls.pause(idle);
      }
      calls.ask("refreshed", c -> c.indices().refresh(r -> r.index(index)));
    }
  }

  private List<Hit<ElasticSource>> page(Query query) {
    return calls
        .ask(
            "read",
            c -> c.search(
                s -> s.index(index)
                    .size(PAGE)
                    .query(query)
                    .seqNoPrimaryTerm(true)
                    .source(f -> f.fetch(false)),
                ElasticSource.class))
        .hits()
        .hits();
  }

  /** How many of the page are gone. */
  private long remove(List<Hit<ElasticSource>> page) {
    List<BulkOperation> operations = page.stream()
        .map(hit -> BulkOperation.of(o ->
            o.delete(d -> d.id(hit.id()).ifSeqNo(hit.seqNo()).ifPrimaryTerm(hit.primaryTerm()))))
        .toList();
    List<BulkResponseItem> items = calls
        .ask("written", c -> c.bulk(b -> b.index(index).operations(operations)))
        .items();
    for (BulkResponseItem item : items) {
      var error = item.error();
      if (error != null && !PASSING.contains(item.status())) {
        throw new StoreUnavailableException(
            "the index " + index + " refused to remove a document: " + error.reason());
      }
    }
    return items.stream().filter(item -> item.error() == null).count();
  }
}
