package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.StateCodec;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Reads stored states through one searcher. For one thread. */
final class StateReader {
  private static final Set<String> BODY = Set.of(Names.BODY);

  private final IndexSearcher searcher;
  private final StoredFields stored;
  private final List<Leaf> leaves = new ArrayList<>();

  private record Leaf(LeafReaderContext context, TermsEnum terms) {}

  private record Place(Leaf leaf, int doc) {}

  StateReader(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.stored = searcher.storedFields();
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Terms terms = context.reader().terms(Names.ID);
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

  /** The content hashes of a key; null when it is not there. Reads no stored document. */
  @Nullable
  List<Long> seen(DocumentKey key) throws IOException {
    Place place = place(key);
    if (place == null) {
      return null;
    }
    var hashes = new ArrayList<Long>();
    var values = DocValues.getSortedNumeric(place.leaf.context.reader(), Names.SEEN);
    for (int i = values.advanceExact(place.doc) ? values.docValueCount() : 0; i > 0; i--) {
      hashes.add(values.nextValue());
    }
    return hashes;
  }

  private @Nullable Place place(DocumentKey key) throws IOException {
    BytesRef term = Names.entry(key);
    for (int i = leaves.size() - 1; i >= 0; i--) {
      Leaf leaf = leaves.get(i);
      if (!leaf.terms.seekExact(term)) {
        continue;
      }
      Place place = live(leaf);
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** The document of the term that the leaf stands at; null when it was deleted. */
  private static @Nullable Place live(Leaf leaf) throws IOException {
    var live = leaf.context.reader().getLiveDocs();
    PostingsEnum postings = leaf.terms.postings(null, PostingsEnum.NONE);
    while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(postings.docID())) {
        return new Place(leaf, postings.docID());
      }
    }
    return null;
  }

  /** All states of one id, over all sources. */
  List<DocumentState> withId(String id) throws IOException {
    var states = new ArrayList<DocumentState>();
    BytesRef prefix = new BytesRef(Names.idPrefix(id));
    for (Leaf leaf : leaves) {
      BytesRef term =
          leaf.terms.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : leaf.terms.term();
      while (term != null && StringHelper.startsWith(term, prefix)) {
        Place place = live(leaf);
        if (place != null) {
          states.add(read(place.leaf.context.docBase + place.doc));
        }
        term = leaf.terms.next();
      }
    }
    return states;
  }

  /** Matching documents, newest first, after a place. */
  List<Hit> newest(Query query, EngineView.@Nullable Place after, int limit) throws IOException {
    var hits = new ArrayList<Hit>();
    for (TimeOrder.Candidate found : TimeOrder.newest(searcher, query, after, limit)) {
      hits.add(new Hit(found.place(), live(found.doc())));
    }
    return hits;
  }

  private DocumentState.Live live(int doc) throws IOException {
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
