package io.tidewatch.trend.lucene;

import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import io.tidewatch.trend.vector.VectorRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Vectors in one Lucene directory, in a hierarchical navigable small world (HNSW) graph. */
public final class LuceneVectorIndex implements VectorIndex {
  private static final String FORMAT = "1";
  private static final String ID = "id";
  private static final String TAG = "tag";
  private static final String VECTOR = "vector";

  private final IndexAccess index;
  private final VectorRules rules;

  /** Opens or creates the index; {@code dimensions} must stay the same. */
  public LuceneVectorIndex(Path directory, int dimensions) {
    this.rules = new VectorRules(dimensions);
    this.index = IndexAccess.open(directory, null, FORMAT);
  }

  @Override
  public int dimensions() {
    return rules.dimensions();
  }

  @Override
  public void put(String id, float[] vector, Set<String> tags) {
    Document entry = new Document();
    entry.add(new StringField(ID, Names.term(id), Store.NO));
    entry.add(new BinaryDocValuesField(ID, new BytesRef(id)));
    tags.forEach(tag -> entry.add(new StringField(TAG, Names.term(tag), Store.NO)));
    entry.add(new KnnFloatVectorField(
        VECTOR, rules.checked(vector).clone(), VectorSimilarityFunction.COSINE));
    index.change(writer -> writer.updateDocument(new Term(ID, Names.term(id)), entry));
  }

  @Override
  public void delete(String id) {
    index.change(writer -> writer.deleteDocuments(new Term(ID, Names.term(id))));
  }

  @Override
  public List<Neighbor> nearest(float[] vector, int k, Set<String> tags) {
    int candidates = VectorRules.candidates(k);
    var query = new KnnFloatVectorQuery(VECTOR, rules.checked(vector), candidates, filter(tags));
    return index.committed(searcher -> {
      var found = new ArrayList<Neighbor>();
      for (ScoreDoc hit : searcher.search(query, candidates).scoreDocs) {
        found.add(new Neighbor(id(searcher, hit.doc), VectorRules.cosine(hit.score)));
      }
      return VectorRules.best(found, k);
    });
  }

  private static @Nullable Query filter(Set<String> tags) {
    if (tags.isEmpty()) {
      return null;
    }
    var all = new BooleanQuery.Builder();
    tags.forEach(tag -> all.add(new TermQuery(new Term(TAG, Names.term(tag))), Occur.FILTER));
    return all.build();
  }

  private static String id(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), ID);
    return ids.advanceExact(doc - leaf.docBase) ? ids.binaryValue().utf8ToString() : "";
  }

  @Override
  public long count() {
    return index.committed(searcher -> (long) searcher.count(MatchAllDocsQuery.INSTANCE));
  }

  @Override
  public void commit() {
    index.commit();
  }

  @Override
  public void close() {
    index.close();
  }
}
