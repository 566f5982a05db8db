package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.util.BinaryData;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.engine.IndexEngine.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents in bulk. Each document ends as written, or as refused because the index holds
 * another version; what the cluster had no room for is sent again after a pause, and anything else
 * fails the whole write. Sending again what was written already changes nothing.
 */
final class BulkWrite {
  private static final int MAX_DOCUMENTS = 1000;
  private static final int MAX_BYTES = 8_000_000;
  private static final int CONFLICT = 409;
  private static final List<Integer> PASSING = List.of(429, 503);

  private final ElasticCalls calls;
  private final String index;

  /**
   * A document, and the version it replaces.
   *
   * @param state null for what is not a document of the store
   */
  record Item(String id, BinaryData json, @Nullable DocumentState state, Version expected) {}

  BulkWrite(ElasticCalls calls, String index) {
    this.calls = calls;
    this.index = index;
  }

  /** One version an item, in order; null where the index holds another than expected. */
  List<@Nullable Version> write(List<Item> items) {
    @Nullable Version[] versions = new Version[items.size()];
    for (int from = 0; from < items.size(); ) {
      int to = from;
      long bytes = 0;
      while (to < items.size()
          && to - from < MAX_DOCUMENTS
          && (to == from || bytes + items.get(to).json.size() < MAX_BYTES)) {
        bytes += items.get(to).json.size();
        to++;
      }
      chunk(items, IntStream.range(from, to).boxed().toList(), versions);
      from = to;
    }
    return Arrays.asList(versions);
  }

  private void chunk(List<Item> items, List<Integer> wanted, @Nullable Version[] versions) {
    List<Integer> left = wanted;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      List<BulkOperation> operations =
          left.stream().map(i -> operation(items.get(i))).toList();
      BulkResponse response =
          calls.ask("written", c -> c.bulk(b -> b.index(index).operations(operations)));
      var busy = new ArrayList<Integer>();
      var conflicts = new ArrayList<Integer>();
      String reason = "";
      for (int k = 0; k < left.size(); k++) {
        BulkResponseItem item = response.items().get(k);
        int at = left.get(k);
        if (item.error() == null) {
          versions[at] = version(item.seqNo(), item.primaryTerm());
        } else if (item.status() == CONFLICT) {
          conflicts.add(at);
        } else if (PASSING.contains(item.status())) {
          busy.add(at);
          reason = item.error().reason() + "";
        } else {
          throw refused(1, item.error().reason());
        }
      }
      conflicts.forEach(at -> versions[at] = writtenBefore(items.get(at)));
      if (!busy.isEmpty() && attempt >= calls.attempts()) {
        throw refused(busy.size(), reason);
      }
      left = busy;
      if (!left.isEmpty()) {
        calls.pause(attempt);
      }
    }
  }

  private StoreUnavailableException refused(int documents, @Nullable String reason) {
    return new StoreUnavailableException(
        "the index " + index + " refused " + documents + " documents: " + reason);
  }

  /** The version of the item's own content, when an attempt whose answer was lost wrote it. */
  private @Nullable Version writtenBefore(Item item) {
    GetResult<ElasticSource> now =
        calls.ask("read", c -> c.get(g -> g.index(index).id(item.id), ElasticSource.class));
    ElasticSource source = now.source();
    return source != null && item.state != null && source.holds(item.state)
        ? version(now.seqNo(), now.primaryTerm())
        : null;
  }

  private static BulkOperation operation(Item item) {
    if (item.expected.equals(Version.ABSENT)) {
      return BulkOperation.of(o -> o.create(c -> c.id(item.id).document(item.json)));
    }
    if (item.expected.equals(Version.ANY)) {
      return BulkOperation.of(o -> o.index(i -> i.id(item.id).document(item.json)));
    }
    return BulkOperation.of(o -> o.index(i -> i.id(item.id)
        .ifSeqNo(item.expected.sequence())
        .ifPrimaryTerm(item.expected.term())
        .document(item.json)));
  }

  static Version version(@Nullable Long sequence, @Nullable Long term) {
    return sequence == null || term == null ? Version.ANY : new Version(sequence, term);
  }
}
