package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.Seal;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Seals;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * One Lucene directory. It has one writer, so no entry changes behind its back. After a failed write
 * it stays unavailable until it is opened again, at its last commit.
 */
final class LuceneEngine implements IndexEngine {
  /** Grows with each change that an existing index cannot follow. */
  private static final String FORMAT = "3";

  /** Fewer changes are written by one thread. */
  private static final int PART = 200;

  private final IndexAccess index;

  LuceneEngine(Path directory) {
    this.index = IndexAccess.open(directory, TimeOrder.SORT, FORMAT);
  }

  @Override
  public <T> T committed(Function<EngineView, T> question) {
    return index.committed(searcher -> question.apply(new LuceneView(searcher)));
  }

  @Override
  public <T> T latest(Function<EngineView, T> question) {
    return index.latest(searcher -> question.apply(new LuceneView(searcher)));
  }

  @Override
  public List<@Nullable Version> write(List<Change> changes) {
    // the keys are distinct, so parts of the changes may go in beside each other
    int parts = changes.size() < PART ? 1 : IndexAccess.LANES;
    index.change(writer -> IndexAccess.beside(
        parts,
        part -> write(
            writer,
            changes.subList(changes.size() * part / parts, changes.size() * (part + 1) / parts))));
    return Collections.nCopies(changes.size(), Version.ANY);
  }

  private static void write(IndexWriter writer, List<Change> changes) throws IOException {
    for (Change change : changes) {
      Document document = EntryDocument.of(change.entry());
      if (change.expected().equals(Version.ABSENT)) {
        writer.addDocument(document);
      } else {
        writer.updateDocument(new Term(Names.ID, Names.entry(change.entry().key())), document);
      }
    }
  }

  @Override
  public void refresh() {
    index.refreshLatest();
  }

  @Override
  public void drop(Selection selection) {
    index.change(writer -> writer.deleteDocuments(QueryTranslator.of(selection)));
  }

  @Override
  public void commit(Map<Coverage.Cell, Integer> coverage, List<Seal> seals) {
    index.change(writer -> {
      for (Seal seal : seals) {
        writer.updateDocument(
            new Term(Names.SEAL, Names.term(seal.source())), EntryDocument.of(seal));
      }
      for (var hours : coverage.entrySet()) {
        writer.updateDocument(
            new Term(Names.COVERAGE, hours.getKey().term()),
            EntryDocument.of(hours.getKey(), hours.getValue()));
      }
    });
    index.commit();
  }

  @Override
  public Map<Coverage.Cell, Integer> coverage() {
    var cells = new HashMap<Coverage.Cell, Integer>();
    for (Document entry : entries(Names.COVERAGE)) {
      cells.put(
          Coverage.Cell.parse(entry.get(Names.COVERAGE)),
          entry.getField(Names.BODY).numericValue().intValue());
    }
    return cells;
  }

  @Override
  public List<Seal> seals() {
    return entries(Names.SEALED).stream()
        .map(entry -> Seals.parse(entry.get(Names.BODY)))
        .toList();
  }

  /** The committed entries of a kind that is no document. */
  private List<Document> entries(String kind) {
    return index.committed(searcher -> {
      var entries = new ArrayList<Document>();
      var stored = searcher.storedFields();
      var query = new TermQuery(new Term(Names.ENTRY, kind));
      for (ScoreDoc hit : searcher.search(query, Integer.MAX_VALUE).scoreDocs) {
        entries.add(stored.document(hit.doc));
      }
      return entries;
    });
  }

  @Override
  public void close() {
    index.close();
  }
}
