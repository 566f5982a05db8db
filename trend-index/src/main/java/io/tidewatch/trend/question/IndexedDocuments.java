package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.DocumentRetention;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.model.trend.CandidateQuery;
import io.tidewatch.model.trend.DuplicateGroup;
import io.tidewatch.model.trend.GroupQuery;
import io.tidewatch.model.trend.Mover;
import io.tidewatch.model.trend.MoverQuery;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.model.trend.SourceStatus;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.QueryLanguage;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Found;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Documents and trends over one index engine, write side and read side. Safe from any thread;
 * readers never wait for writers.
 *
 * <p>Units are told apart by a 64-bit hash of author or title. Page order among documents of one
 * microsecond is that of the UTF-8 bytes of {@code source/id}. What rising and series read of a
 * local day is kept in memory until a document of that day changes; it is always made from the
 * documents.
 */
public class IndexedDocuments implements DocumentStore, TrendQueries {
  private static final Expression EVERYTHING = new Expression.Everything();

  private final IndexEngine engine;
  private final Supplier<Catalogue> catalogue;
  private final EntryMapper mapper;
  private final DocumentWrites writes;
  private final Retention retention;
  private final SightingDays sightings;
  private final CountDays counts;

  /**
   * Takes over an engine, which ends with {@link #close}.
   *
   * @param catalogue the newest snapshot: names in answers and queries, products of reviews
   * @param cacheBytes most memory for what is kept of single days
   */
  protected IndexedDocuments(IndexEngine engine, Supplier<Catalogue> catalogue, long cacheBytes) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.mapper = new EntryMapper(catalogue);
    this.writes = new DocumentWrites(engine, mapper);
    this.retention = new Retention(engine, writes);
    this.sightings = new SightingDays(cacheBytes / 4 * 3);
    this.counts = new CountDays(cacheBytes / 4);
    try {
      // a process that ended between seal and drop has left documents of sealed days
      retention.seal(List.of());
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** An eighth of the heap. */
  protected static long usualCacheBytes() {
    return Runtime.getRuntime().maxMemory() / 8;
  }

  @Override
  public final List<WriteOutcome> accept(List<AnnotatedDocument> documents) {
    return writes.accept(documents);
  }

  @Override
  public final WriteOutcome delete(DocumentKey key) {
    return writes.delete(key);
  }

  @Override
  public final WriteOutcome delete(String id) {
    return writes.delete(id);
  }

  @Override
  public final WriteOutcome observe(Heartbeat heartbeat) {
    return writes.observe(heartbeat);
  }

  @Override
  public final boolean update(DocumentKey key, long expectedRevision, Annotation annotation) {
    return writes.update(key, expectedRevision, annotation);
  }

  @Override
  public final Optional<StoredDocument> get(DocumentKey key) {
    return writes.get(key);
  }

  @Override
  public final List<StoredDocument> awaitingDeepLane(int limit) {
    atLeastOne(limit);
    return writes.newest(
        new Expression.Value(Field.DEEP, Field.WAITING), Live::awaitsDeepLane, limit);
  }

  @Override
  public final List<StoredDocument> annotatedWithOther(String current, int limit) {
    atLeastOne(limit);
    return writes.newest(
        other(current), live -> !live.annotation().dictionaryVersion().equals(current), limit);
  }

  @Override
  public final long countAnnotatedWithOther(String current) {
    return writes.refreshed(view -> view.count(Selection.of(other(current))));
  }

  @Override
  public final void commit() {
    writes.commit();
  }

  /** Gives up what was not committed, as a crash would. */
  @Override
  public final void close() {
    engine.close();
  }

  @Override
  public final List<RisingRow> rising(RisingQuery query) {
    DocumentWrites.Published published = writes.published();
    return engine.committed(view -> {
      WindowSpan all = WindowSpan.of(view, Instant.EPOCH, query.asOf());
      if (query.asOf() == null && !all.hasDocuments()) {
        return List.<RisingRow>of();
      }
      WindowSpan window = all.last(query.window().toSeconds() * 1_000_000L);
      return new RisingQuestion(
              query, window, catalogue.get(), published.observed().comparable())
          .answer(view, sightings.epoch(), published.days());
    });
  }

  @Override
  public final List<Mover> movers(MoverQuery query) {
    DocumentWrites.Published published = writes.published();
    return engine.committed(view -> {
      WindowSpan all = WindowSpan.of(view, Instant.EPOCH, query.asOf());
      return new MoverQuestion(query, all, catalogue.get(), published.observed().comparable())
          .answer(view, sightings.epoch(), published.days());
    });
  }

  @Override
  public final List<SeriesPoint> series(SeriesQuery query) {
    var expression = QueryLanguage.parse(query.query(), catalogue.get());
    DocumentWrites.Published published = writes.published();
    return engine.committed(view -> {
      WindowSpan span = WindowSpan.of(view, query.from(), query.to());
      Expression words = new PatternWords(view, query.query()).replace(expression);
      return new SeriesQuestion(query, span, published.observed())
          .answer(view, words, counts, published.days());
    });
  }

  @Override
  public final List<ShareRow> share(ShareQuery query) {
    DocumentWrites.Published published = writes.published();
    return engine.committed(view -> {
      WindowSpan span = WindowSpan.of(view, query.from(), query.to());
      return new ShareQuestion(query, span, catalogue.get()).answer(view, counts, published.days());
    });
  }

  @Override
  public final SearchPage search(SearchQuery query) {
    return matching(
        query, (view, matching) -> new SearchQuestion(query, matching, mapper).answer(view));
  }

  @Override
  public final long count(SearchQuery query) {
    return matching(query, EngineView::count);
  }

  private <T> T matching(SearchQuery query, BiFunction<EngineView, Selection, T> answer) {
    var expression = QueryLanguage.parse(query.query(), catalogue.get());
    return engine.committed(view -> {
      Expression words = new PatternWords(view, query.query()).replace(expression);
      return answer.apply(view, between(words, query.from(), query.to()));
    });
  }

  /** Questions about who says what around something, over the same index. */
  public final TalkQueries talk() {
    return new TalkAnswers(
        engine, catalogue, this, () -> writes.published().days().commits());
  }

  /** What is dropped when it gets old, in the same index. */
  public final DocumentRetention retention() {
    return retention;
  }

  @Override
  public final List<Candidate> candidates(CandidateQuery query) {
    Selection range = between(EVERYTHING, query.from(), query.to());
    return engine.committed(
        view -> new CandidateQuestion(range.from(), range.to(), query.top()).answer(view));
  }

  @Override
  public final List<DuplicateGroup> groups(GroupQuery query) {
    return engine.committed(view -> new GroupQuestion(query).answer(view));
  }

  @Override
  public final Optional<StoredDocument> document(DocumentKey key) {
    return engine.committed(view -> {
      Found found = view.find(List.of(key)).get(key);
      return found != null && found.state() instanceof Live live
          ? Optional.of(live.stored())
          : Optional.<StoredDocument>empty();
    });
  }

  @Override
  public final Optional<Instant> newestEventTime() {
    return engine.committed(view -> view.newest(Selection.of(EVERYTHING), null, 1).stream()
        .map(hit -> hit.document().record().publishedAt())
        .findFirst());
  }

  @Override
  public final List<SourceStatus> sources() {
    return engine.committed(SourceTable::answer);
  }

  @Override
  public final long count() {
    return engine.committed(view -> view.count(Selection.of(EVERYTHING)));
  }

  private static void atLeastOne(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: at least 1 is required, got " + limit);
    }
  }

  private static Expression other(String current) {
    return new Expression.Not(new Expression.Value(Field.DICTIONARY, current));
  }

  private static Selection between(
      Expression expression, @Nullable Instant from, @Nullable Instant to) {
    return new Selection(
        expression,
        from == null ? Long.MIN_VALUE : Micros.up(from),
        to == null ? Long.MAX_VALUE : Micros.up(to));
  }
}
