package io.tidewatch.trend.lucene;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.model.trend.CandidateQuery;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SearchPage;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.model.trend.SourceStatus;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.QueryLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/**
 * Documents and trends in one Lucene directory, write side and read side. Safe from any thread.
 *
 * <p>{@link #commit} is a Lucene commit with fsync. After a crash the directory opens at the last
 * commit, and sending the same documents again leads to the same state. One process holds the
 * directory; a second one gets {@link io.tidewatch.model.record.StoreUnavailableException}. Units
 * are told apart by a 64-bit hash of author or title. Page order among documents of one microsecond
 * is that of the UTF-8 bytes of {@code source/id}.
 */
public final class LuceneDocumentStore implements DocumentStore, TrendQueries {
  private final IndexAccess index;
  private final LuceneWrites writes;
  private final Supplier<Catalogue> catalogue;

  /**
   * Opens or creates the index.
   *
   * @param directory is created when absent
   * @param catalogue the newest snapshot: names in answers and queries, products of reviews
   */
  public LuceneDocumentStore(Path directory, Supplier<Catalogue> catalogue) {
    this.index = IndexAccess.open(directory);
    this.catalogue = catalogue;
    this.writes = new LuceneWrites(index, new EntryMapper(catalogue));
  }

  @Override
  public List<WriteOutcome> accept(List<AnnotatedDocument> documents) {
    return writes.accept(documents);
  }

  @Override
  public WriteOutcome delete(DocumentKey key) {
    return writes.delete(key);
  }

  @Override
  public WriteOutcome delete(String id) {
    return writes.delete(id);
  }

  @Override
  public WriteOutcome observe(Heartbeat heartbeat) {
    return writes.observe(heartbeat);
  }

  @Override
  public boolean update(DocumentKey key, long expectedRevision, Annotation annotation) {
    return writes.update(key, expectedRevision, annotation);
  }

  @Override
  public Optional<StoredDocument> get(DocumentKey key) {
    return writes.get(key);
  }

  @Override
  public List<StoredDocument> awaitingDeepLane(int limit) {
    return writes.awaitingDeepLane(limit);
  }

  @Override
  public List<StoredDocument> annotatedWithOther(String current, int limit) {
    return writes.annotatedWithOther(current, limit);
  }

  @Override
  public long countAnnotatedWithOther(String current) {
    return writes.countAnnotatedWithOther(current);
  }

  @Override
  public void commit() {
    writes.commit();
  }

  /** Gives up what was not committed, as a crash would. */
  @Override
  public void close() {
    index.close();
  }

  @Override
  public List<RisingRow> rising(RisingQuery query) {
    return index.committed(searcher -> {
      Long asOf = query.asOf() == null ? end(searcher) : (Long) Names.microsUp(query.asOf());
      return asOf == null
          ? List.<RisingRow>of()
          : new RisingQuestion(query, asOf, catalogue.get(), writes.observed()).answer(searcher);
    });
  }

  @Override
  public List<SeriesPoint> series(SeriesQuery query) {
    var expression = QueryLanguage.parse(query.query(), catalogue.get());
    return index.committed(searcher -> {
      Range range = range(searcher, query.from(), query.to());
      return new SeriesQuestion(query, range.from, range.to, writes.observed())
          .answer(searcher, expression);
    });
  }

  @Override
  public List<ShareRow> share(ShareQuery query) {
    return index.committed(searcher -> {
      Range range = range(searcher, query.from(), query.to());
      return new ShareQuestion(query, range.from, range.to, catalogue.get()).answer(searcher);
    });
  }

  @Override
  public SearchPage search(SearchQuery query) {
    var expression = QueryLanguage.parse(query.query(), catalogue.get());
    long from = query.from() == null ? Long.MIN_VALUE : Names.microsUp(query.from());
    long to = query.to() == null ? Long.MAX_VALUE : Names.microsUp(query.to());
    return index.committed(searcher ->
        SearchQuestion.answer(searcher, query, QueryTranslator.matching(expression, from, to)));
  }

  @Override
  public List<Candidate> candidates(CandidateQuery query) {
    long from = query.from() == null ? Long.MIN_VALUE : Names.microsUp(query.from());
    long to = query.to() == null ? Long.MAX_VALUE : Names.microsUp(query.to());
    return index.committed(
        searcher -> new CandidateQuestion(from, to, query.top()).answer(searcher));
  }

  @Override
  public Optional<StoredDocument> document(DocumentKey key) {
    return index.committed(
        searcher -> new StateReader(searcher).find(key) instanceof DocumentState.Live live
            ? Optional.of(live.stored())
            : Optional.<StoredDocument>empty());
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return index.committed(searcher -> {
      DocumentState.Live newest = extreme(searcher, true);
      return newest == null
          ? Optional.<Instant>empty()
          : Optional.of(newest.record().publishedAt());
    });
  }

  @Override
  public List<SourceStatus> sources() {
    return index.committed(SourceTable::answer);
  }

  @Override
  public long count() {
    return index.committed(searcher -> (long) searcher.count(QueryTranslator.documents()));
  }

  /** Microseconds, [from, to). */
  private record Range(long from, long to) {}

  private static Range range(IndexSearcher searcher, @Nullable Instant from, @Nullable Instant to)
      throws IOException {
    Long first = from == null ? begin(searcher) : (Long) Names.microsUp(from);
    Long last = to == null ? end(searcher) : (Long) Names.microsUp(to);
    return first == null || last == null ? new Range(0, 0) : new Range(first, last);
  }

  private static @Nullable Long begin(IndexSearcher searcher) throws IOException {
    DocumentState.Live oldest = extreme(searcher, false);
    return oldest == null ? null : (Long) Names.micros(oldest.record().publishedAt());
  }

  /** Just after the newest event; null when there is none. */
  private static @Nullable Long end(IndexSearcher searcher) throws IOException {
    DocumentState.Live newest = extreme(searcher, true);
    return newest == null ? null : (Long) (Names.micros(newest.record().publishedAt()) + 1);
  }

  private static DocumentState.@Nullable Live extreme(IndexSearcher searcher, boolean newest)
      throws IOException {
    Sort byTime = new Sort(new SortField(Names.AT, SortField.Type.LONG, newest));
    ScoreDoc[] hits = searcher.search(QueryTranslator.documents(), 1, byTime).scoreDocs;
    return hits.length == 0 ? null : new StateReader(searcher).live(hits[0].doc);
  }
}
