package io.tidewatch.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;

/**
 * The limit for an index of such texts: Lucene with its own CJK bigrams, an id to update by, a time
 * and the stored text, and nothing that answers our questions.
 */
final class PlainLucene {
  private final Path path;

  PlainLucene(Path path) {
    this.path = path;
  }

  /** Indexes by one thread, committing every {@code commitEvery} texts. */
  long index(List<String> texts, int commitEvery) {
    try (FSDirectory directory = FSDirectory.open(path);
        var writer = new IndexWriter(directory, new IndexWriterConfig(new CJKAnalyzer()))) {
      for (int i = 0; i < texts.size(); i++) {
        var document = new Document();
        document.add(new StringField("id", "b" + i, Field.Store.YES));
        document.add(new LongPoint("at", i));
        document.add(new NumericDocValuesField("at", i));
        document.add(new TextField("text", texts.get(i), Field.Store.YES));
        writer.updateDocument(new Term("id", "b" + i), document);
        if ((i + 1) % commitEvery == 0) {
          writer.commit();
        }
      }
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts.size();
  }
}
