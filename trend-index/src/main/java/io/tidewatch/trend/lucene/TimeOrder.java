package io.tidewatch.trend.lucene;

import io.tidewatch.trend.engine.EngineView.Place;
import io.tidewatch.trend.engine.EngineView.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Makes use of the order of the segments, the newest document first: a page ends as soon as each
 * segment has given its share, and the ends of time stand at the ends of the segments.
 */
final class TimeOrder {
  /** The order of each segment; entries without a time come first. */
  static final Sort SORT = new Sort(new SortField(Names.AT, SortField.Type.LONG, true));

  /** The time of entries that are no documents. */
  static final long NO_TIME = Long.MAX_VALUE;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingLong(Candidate::at).reversed().thenComparing(Candidate::key);

  /** A document that may belong to the page. */
  record Candidate(long at, BytesRef key, int doc) {
    Place place() {
      return new Place(at, key.utf8ToString());
    }
  }

  private TimeOrder() {}

  /** Matching documents in the order (publishedAt descending, key), after a place. */
  static List<Candidate> newest(
      IndexSearcher searcher, Query query, @Nullable Place after, int limit) throws IOException {
    Query rest = after == null ? query : QueryTranslator.upTo(query, after.at());
    BytesRef lastKey = after == null ? null : new BytesRef(after.key());
    Weight weight = searcher.createWeight(searcher.rewrite(rest), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<Candidate> best = new ArrayList<>();
    // younger segments hold younger documents as a rule, after which the others end at once
    for (LeafReaderContext context : searcher.getIndexReader().leaves().reversed()) {
      Scorer scorer = weight.scorer(context);
      if (scorer != null) {
        long oldest = best.size() < limit ? Long.MIN_VALUE : best.getLast().at();
        collect(context, scorer.iterator(), after, lastKey, limit, oldest, best);
        best.sort(ORDER);
        best = new ArrayList<>(best.subList(0, Math.min(limit, best.size())));
      }
    }
    return best;
  }

  private static void collect(
      LeafReaderContext context,
      DocIdSetIterator matches,
      @Nullable Place after,
      @Nullable BytesRef lastKey,
      int limit,
      long oldest,
      List<Candidate> candidates)
      throws IOException {
    Bits live = context.reader().getLiveDocs();
    NumericDocValues times = DocValues.getNumeric(context.reader(), Names.AT);
    SortedDocValues keys = DocValues.getSorted(context.reader(), Names.KEY);
    int found = 0;
    long last = Long.MAX_VALUE;
    for (int doc = matches.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = matches.nextDoc()) {
      if ((live != null && !live.get(doc)) || !times.advanceExact(doc) || !keys.advanceExact(doc)) {
        continue;
      }
      long at = times.longValue();
      // documents of one time stand in any order, so that all of the last time are looked at
      if (at < oldest || (found >= limit && at < last)) {
        return;
      }
      BytesRef key = BytesRef.deepCopyOf(keys.lookupOrd(keys.ordValue()));
      if (after != null && lastKey != null && at == after.at() && key.compareTo(lastKey) <= 0) {
        continue;
      }
      candidates.add(new Candidate(at, key, context.docBase + doc));
      found++;
      last = at;
    }
  }

  /** The times of the oldest and the newest document. */
  static Optional<Span> span(IndexSearcher searcher) throws IOException {
    long oldest = Long.MAX_VALUE;
    long newest = Long.MIN_VALUE;
    Query all = searcher.rewrite(QueryTranslator.documents());
    Weight weight = searcher.createWeight(all, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(context);
      int first = scorer == null ? DocIdSetIterator.NO_MORE_DOCS : first(context, scorer);
      if (first != DocIdSetIterator.NO_MORE_DOCS) {
        newest = Math.max(newest, at(context, first));
        oldest = Math.min(oldest, at(context, last(context)));
      }
    }
    return oldest <= newest ? Optional.of(new Span(oldest, newest)) : Optional.empty();
  }

  private static int first(LeafReaderContext context, Scorer scorer) throws IOException {
    Bits live = context.reader().getLiveDocs();
    DocIdSetIterator matches = scorer.iterator();
    int doc = matches.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = matches.nextDoc();
    }
    return doc;
  }

  /** The last live entry, which is a document when there is any. */
  private static int last(LeafReaderContext context) {
    Bits live = context.reader().getLiveDocs();
    int doc = context.reader().maxDoc() - 1;
    while (live != null && !live.get(doc)) {
      doc--;
    }
    return doc;
  }

  private static long at(LeafReaderContext context, int doc) throws IOException {
    NumericDocValues times = DocValues.getNumeric(context.reader(), Names.AT);
    return times.advanceExact(doc) ? times.longValue() : NO_TIME;
  }
}
