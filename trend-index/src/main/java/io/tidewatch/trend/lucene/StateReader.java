package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.StateCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads stored states through one searcher. For one thread. */
final class StateReader {
  private static final Set<String> BODY = Set.of(Names.BODY);

  /** (publishedAt descending, key). */
  static final Sort NEWEST_FIRST = new Sort(
      new SortField(Names.AT, SortField.Type.LONG, true),
      new SortField(Names.KEY, SortField.Type.STRING));

  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final List<Leaf> leaves = new ArrayList<>();

  private record Leaf(LeafReaderContext context, TermsEnum terms) {}

  private record Place(Leaf leaf, int doc) {}

  StateReader(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Terms terms = context.reader().terms(Names.KEY);
      if (terms != null) {
        leaves.add(new Leaf(context, terms.iterator()));
      }
    }
  }

  /** The state under a key; null when there is none. */
  @Nullable
  DocumentState find(DocumentKey key) throws IOException {
    Place place = place(key);
    return place == null ? null : read(place.leaf.context.docBase + place.doc);
  }

  /** Whether the key is there and has held this content; reads no stored document. */
  boolean hasSeen(DocumentKey key, long hash) throws IOException {
    Place place = place(key);
    if (place == null) {
      return false;
    }
    var seen = DocValues.getSortedNumeric(place.leaf.context.reader(), Names.SEEN);
    for (int i = seen.advanceExact(place.doc) ? seen.docValueCount() : 0; i > 0; i--) {
      if (seen.nextValue() == hash) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Place place(DocumentKey key) throws IOException {
    BytesRef term = Names.term(key.toString());
    for (int i = leaves.size() - 1; i >= 0; i--) {
      Leaf leaf = leaves.get(i);
      if (!leaf.terms.seekExact(term)) {
        continue;
      }
      var live = leaf.context.reader().getLiveDocs();
      PostingsEnum postings = leaf.terms.postings(null, PostingsEnum.NONE);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(postings.docID())) {
          return new Place(leaf, postings.docID());
        }
      }
    }
    return null;
  }

  /** All states of one id, over all sources. */
  List<DocumentState> withId(String id) throws IOException {
    var query = new TermQuery(new Term(Names.ID, Names.term(id)));
    var states = new ArrayList<DocumentState>();
    for (ScoreDoc hit : searcher.search(query, Integer.MAX_VALUE).scoreDocs) {
      states.add(read(hit.doc));
    }
    return states;
  }

  /** Matching documents, newest first. */
  List<DocumentState.Live> newest(Query query, int limit) throws IOException {
    var states = new ArrayList<DocumentState.Live>();
    for (ScoreDoc hit : searcher.search(query, limit, NEWEST_FIRST).scoreDocs) {
      states.add(live(hit.doc));
    }
    return states;
  }

  DocumentState.Live live(int doc) throws IOException {
    if (read(doc) instanceof DocumentState.Live live) {
      return live;
    }
    throw new IOException("entry " + doc + " is no document");
  }

  private DocumentState read(int doc) throws IOException {
    BytesRef body = stored.document(doc, BODY).getBinaryValue(Names.BODY);
    if (body == null) {
      throw new IOException("entry " + doc + " has no body");
    }
    return StateCodec.decode(body.bytes, body.offset, body.length);
  }
}
