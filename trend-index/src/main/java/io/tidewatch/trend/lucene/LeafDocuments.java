package io.tidewatch.trend.lucene;

import io.tidewatch.model.trend.Counting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The matching documents of one segment in order of time, which is their order in the segment, with
 * their doc values. For one thread.
 */
final class LeafDocuments {
  private final LeafReader reader;
  private final long base;
  private final DocIdSetIterator matches;
  private final @Nullable Bits live;
  private final NumericDocValues at;
  private long time;

  private LeafDocuments(LeafReaderContext context, DocIdSetIterator matches) throws IOException {
    this.reader = context.reader();
    this.base = context.docBase;
    this.matches = matches;
    this.live = reader.getLiveDocs();
    this.at = numbers(Names.AT);
  }

  /** One for each segment that has matches, each before its first document. */
  static List<LeafDocuments> of(IndexSearcher searcher, Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    var leaves = new ArrayList<LeafDocuments>();
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(context);
      if (scorer != null) {
        leaves.add(new LeafDocuments(context, scorer.iterator()));
      }
    }
    return leaves;
  }

  /** Moves to the next document; false at the end. */
  boolean next() throws IOException {
    int doc = matches.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = matches.nextDoc();
    }
    if (doc == DocIdSetIterator.NO_MORE_DOCS) {
      return false;
    }
    time = value(at);
    return true;
  }

  /** Its publishedAt in microseconds. */
  long time() {
    return time;
  }

  /** The document's number in the segment. */
  int doc() {
    return matches.docID();
  }

  LeafReader reader() {
    return reader;
  }

  /** What a count takes the current document for. */
  @FunctionalInterface
  interface Units {
    long unit() throws IOException;
  }

  Units units(Counting counting) throws IOException {
    return switch (counting.by()) {
      case UNITS -> of(Names.UNIT);
      case TEXTS -> of(Names.WORDING);
      case DOCUMENTS -> () -> base + matches.docID();
    };
  }

  private Units of(String field) throws IOException {
    NumericDocValues values = numbers(field);
    return () -> value(values);
  }

  NumericDocValues numbers(String field) throws IOException {
    return DocValues.getNumeric(reader, field);
  }

  SortedSetDocValues keys(String field) throws IOException {
    return DocValues.getSortedSet(reader, field);
  }

  /** The value of the current document; 0 when it has none. */
  long value(NumericDocValues values) throws IOException {
    return values.advanceExact(matches.docID()) ? values.longValue() : 0;
  }
}
