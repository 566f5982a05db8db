package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.TermsEnumResponse;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine.Version;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One point in time of the index, opened with the first search of a question and given back at its
 * end. The write side reads single documents as they were written last.
 */
final class ElasticView implements EngineView, AutoCloseable {
  private static final String KEEP_ALIVE = "2m";
  private static final int PAGE = 2000;

  private final ElasticCalls calls;
  private final String index;
  private final boolean unrefreshed;
  private @Nullable String pointInTime;

  ElasticView(ElasticCalls calls, String index, boolean unrefreshed) {
    this.calls = calls;
    this.index = index;
    this.unrefreshed = unrefreshed;
  }

  @Override
  public Map<DocumentKey, List<Long>> seen(Collection<DocumentKey> keys) {
    var seen = new HashMap<DocumentKey, List<Long>>();
    read(
        keys,
        ElasticNames.SEEN,
        (key, source, version) -> seen.put(key, source.seen() == null ? List.of() : source.seen()));
    return seen;
  }

  @Override
  public Map<DocumentKey, Found> find(Collection<DocumentKey> keys) {
    var found = new HashMap<DocumentKey, Found>();
    read(
        keys,
        ElasticNames.BODY,
        (key, source, version) -> found.put(key, new Found(source.state(), version)));
    return found;
  }

  @FunctionalInterface
  private interface Reader {
    void entry(DocumentKey key, ElasticSource source, Version version);
  }

  private void read(Collection<DocumentKey> keys, String field, Reader reader) {
    var byId = new HashMap<String, DocumentKey>();
    keys.forEach(key -> byId.put(ElasticNames.id(key.toString()), key));
    List<String> all = List.copyOf(byId.keySet());
    for (int from = 0; from < all.size(); from += PAGE) {
      List<String> ids = all.subList(from, Math.min(all.size(), from + PAGE));
      var items = calls
          .ask(
              "read",
              c -> c.mget(
                  m -> m.index(index).ids(ids).sourceIncludes(field).realtime(unrefreshed),
                  ElasticSource.class))
          .docs();
      for (var item : items) {
        if (item.isFailure()) {
          throw new StoreUnavailableException("the index " + index + " cannot be read: "
              + item.failure().error().reason());
        }
        var result = item.result();
        ElasticSource source = result.source();
        if (result.found() && source != null) {
          reader.entry(
              Objects.requireNonNull(byId.get(result.id())),
              source,
              BulkWrite.version(result.seqNo(), result.primaryTerm()));
        }
      }
    }
  }

  @Override
  public List<Found> withId(String id) {
    Query query = ElasticQuery.term(ElasticNames.ID, IndexTerm.of(id));
    return search(s -> s.query(query)
            .size(PAGE)
            .seqNoPrimaryTerm(true)
            .source(f -> f.filter(i -> i.includes(ElasticNames.BODY))))
        .hits()
        .hits()
        .stream()
        .map(h -> new Found(
            Objects.requireNonNull(h.source()).state(),
            BulkWrite.version(h.seqNo(), h.primaryTerm())))
        .toList();
  }

  @Override
  public long count(Selection selection) {
    var total = search(
            s -> s.query(ElasticQuery.of(selection)).size(0).trackTotalHits(t -> t.enabled(true)))
        .hits()
        .total();
    return Objects.requireNonNull(total).value();
  }

  @Override
  public List<Hit> newest(Selection selection, @Nullable Place after, int limit) {
    Query matching = ElasticQuery.of(selection);
    Query query = after == null ? matching : ElasticQuery.after(matching, after);
    var found = new ArrayList<Hit>();
    List<FieldValue> last = List.of();
    while (found.size() < limit) {
      int size = Math.min(PAGE, limit - found.size());
      List<FieldValue> from = last;
      var hits = search(s -> {
            s.query(query)
                .size(size)
                .trackTotalHits(t -> t.enabled(false))
                .source(f -> f.filter(i -> i.includes(ElasticNames.BODY)))
                .sort(o -> o.field(f -> f.field(ElasticNames.AT).order(SortOrder.Desc)))
                .sort(o -> o.field(f -> f.field(ElasticNames.KEY).order(SortOrder.Asc)));
            return from.isEmpty() ? s : s.searchAfter(from);
          })
          .hits()
          .hits();
      for (var hit : hits) {
        found.add(new Hit(
            new Place(hit.sort().get(0).longValue(), hit.sort().get(1).stringValue()),
            live(Objects.requireNonNull(hit.source()))));
      }
      if (hits.size() < size) {
        break;
      }
      last = hits.getLast().sort();
    }
    return found;
  }

  private static Live live(ElasticSource source) {
    if (source.state() instanceof Live live) {
      return live;
    }
    throw new IllegalStateException("an entry is no document");
  }

  @Override
  public List<String> words(String prefix, int limit) {
    TermsEnumResponse response = calls.ask(
        "read",
        c -> c.termsEnum(
            t -> t.index(index).field(ElasticNames.WORDS).string(prefix).size(limit)));
    if (!response.complete()) {
      throw new StoreUnavailableException("the index " + index + " did not list all words in time");
    }
    return response.terms();
  }

  @Override
  public Optional<Span> span() {
    Map<String, Aggregate> ends = search(s -> s.query(
                ElasticQuery.of(Selection.of(new Expression.Everything())))
            .size(0)
            .aggregations("oldest", a -> a.min(m -> m.field(ElasticNames.AT)))
            .aggregations("newest", a -> a.max(m -> m.field(ElasticNames.AT))))
        .aggregations();
    Double oldest = Objects.requireNonNull(ends.get("oldest")).min().value();
    Double newest = Objects.requireNonNull(ends.get("newest")).max().value();
    return oldest == null || newest == null || oldest.isInfinite()
        ? Optional.empty()
        : Optional.of(new Span(oldest.longValue(), newest.longValue()));
  }

  @Override
  public void scan(Selection selection, ZoneId zone, Columns columns, DayVisitor visitor) {
    new ElasticScan(calls, columns, zone, visitor).run(ElasticQuery.of(selection), pointInTime());
  }

  /** What a search asks for. */
  @FunctionalInterface
  private interface Search {
    SearchRequest.Builder fill(SearchRequest.Builder request);
  }

  private SearchResponse<ElasticSource> search(Search search) {
    String point = pointInTime();
    return calls.ask(
        "read",
        c -> c.search(
            search
                .fill(new SearchRequest.Builder())
                .pit(p -> p.id(point).keepAlive(k -> k.time(KEEP_ALIVE)))
                .build(),
            ElasticSource.class));
  }

  private String pointInTime() {
    String open = pointInTime;
    if (open == null) {
      open = calls
          .ask(
              "read",
              c -> c.openPointInTime(p -> p.index(index).keepAlive(k -> k.time(KEEP_ALIVE))))
          .id();
      pointInTime = open;
    }
    return open;
  }

  @Override
  public void close() {
    String open = pointInTime;
    if (open != null) {
      pointInTime = null;
      calls.ask("read", c -> c.closePointInTime(p -> p.id(open)));
    }
  }
}
