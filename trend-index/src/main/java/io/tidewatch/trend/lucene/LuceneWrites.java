package io.tidewatch.trend.lucene;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.DocumentMerge;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The write side: states changed since the last refresh are kept by key, so that a read sees every
 * write at once; all else is read from the index. Every method holds the one lock of the write
 * side. After a failed write the index stays unavailable until it is opened again, at its last
 * commit.
 */
final class LuceneWrites {
  /** Changed states kept in memory before the write side refreshes. */
  private static final int MAX_PENDING = 20_000;

  private final IndexAccess index;
  private final EntryMapper mapper;
  private final Map<DocumentKey, DocumentState> pending = new HashMap<>();
  private final Coverage coverage = new Coverage();
  private final Set<Coverage.Cell> changedCells = new LinkedHashSet<>();
  private volatile Coverage.Observed observed;

  LuceneWrites(IndexAccess index, EntryMapper mapper) {
    this.index = index;
    this.mapper = mapper;
    index.committed(searcher -> {
      loadCoverage(searcher);
      return true;
    });
    this.observed = coverage.snapshot();
  }

  /** The hours observed as of the last commit. */
  Coverage.Observed observed() {
    return observed;
  }

  synchronized List<WriteOutcome> accept(List<AnnotatedDocument> documents) {
    var outcomes = new ArrayList<WriteOutcome>(documents.size());
    var changed = new LinkedHashMap<DocumentKey, DocumentState>();
    var fresh = new LinkedHashSet<DocumentKey>();
    index.latest(searcher -> {
      StateReader reader = new StateReader(searcher);
      for (AnnotatedDocument document : documents) {
        DocumentKey key = document.record().key();
        DocumentState old = changed.get(key);
        if (old == null
            && !pending.containsKey(key)
            && reader.hasSeen(key, document.record().envelope().contentHash())) {
          outcomes.add(WriteOutcome.DUPLICATE);
          continue;
        }
        if (old == null) {
          old = current(key, reader);
          if (old == null) {
            fresh.add(key);
          }
        }
        Live now = DocumentMerge.accept(old, document);
        if (now != null) {
          changed.put(key, now);
        }
        outcomes.add(now == null ? WriteOutcome.DUPLICATE : WriteOutcome.ACCEPTED);
      }
      return true;
    });
    changed.forEach((key, state) -> write(state, fresh.contains(key)));
    documents.forEach(
        d -> mark(d.record().key().source(), d.record().unit(), d.record().publishedAt()));
    return outcomes;
  }

  synchronized WriteOutcome delete(DocumentKey key) {
    DocumentState tombstone = DocumentMerge.delete(key, current(key));
    if (tombstone == null) {
      return WriteOutcome.DUPLICATE;
    }
    write(tombstone, false);
    return WriteOutcome.ACCEPTED;
  }

  synchronized WriteOutcome delete(String id) {
    var keys = new LinkedHashSet<DocumentKey>();
    pending.keySet().stream().filter(k -> k.id().equals(id)).forEach(keys::add);
    index.latest(searcher -> new StateReader(searcher).withId(id)).stream()
        .map(DocumentState::key)
        .filter(k -> k.id().equals(id))
        .forEach(keys::add);
    boolean any = false;
    for (DocumentKey key : keys) {
      any |= delete(key) == WriteOutcome.ACCEPTED;
    }
    return any ? WriteOutcome.ACCEPTED : WriteOutcome.DUPLICATE;
  }

  synchronized WriteOutcome observe(Heartbeat heartbeat) {
    String source = Objects.requireNonNull(heartbeat.envelope().source(), "source");
    return mark(source, null, heartbeat.at()) ? WriteOutcome.ACCEPTED : WriteOutcome.DUPLICATE;
  }

  synchronized boolean update(DocumentKey key, long expectedRevision, Annotation annotation) {
    if (current(key) instanceof Live live && live.revision() == expectedRevision) {
      write(DocumentMerge.annotate(live, annotation), false);
      return true;
    }
    return false;
  }

  synchronized Optional<StoredDocument> get(DocumentKey key) {
    return current(key) instanceof Live live ? Optional.of(live.stored()) : Optional.empty();
  }

  List<StoredDocument> awaitingDeepLane(int limit) {
    return newest(new TermQuery(new Term(Names.AWAITS_DEEP, "1")), Live::awaitsDeepLane, limit);
  }

  List<StoredDocument> annotatedWithOther(String current, int limit) {
    return newest(other(current), l -> !l.annotation().dictionaryVersion().equals(current), limit);
  }

  synchronized long countAnnotatedWithOther(String current) {
    if (!pending.isEmpty()) {
      refresh();
    }
    return index.latest(searcher -> (long) searcher.count(other(current)));
  }

  private static Query other(String current) {
    return new BooleanQuery.Builder()
        .add(QueryTranslator.documents(), Occur.FILTER)
        .add(new TermQuery(new Term(Names.DICTIONARY, Names.term(current))), Occur.MUST_NOT)
        .build();
  }

  synchronized void commit() {
    for (Coverage.Cell cell : changedCells) {
      Document entry = EntryMapper.entry(cell, coverage.hours(cell));
      index.change(
          writer -> writer.updateDocument(new Term(Names.COVERAGE, CoverageTerm.of(cell)), entry));
    }
    index.commit();
    if (!changedCells.isEmpty()) {
      observed = coverage.snapshot();
    }
    changedCells.clear();
    pending.clear();
  }

  /** Newest first; what changed since the last refresh is judged as it stands now. */
  private synchronized List<StoredDocument> newest(Query query, Predicate<Live> wanted, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: at least 1 is required, got " + limit);
    }
    if (!pending.isEmpty()) {
      refresh();
    }
    return index.latest(searcher -> new StateReader(searcher).newest(query, limit)).stream()
        .filter(wanted)
        .map(Live::stored)
        .toList();
  }

  private @Nullable DocumentState current(DocumentKey key) {
    DocumentState changed = pending.get(key);
    return changed != null
        ? changed
        : index
            .<Optional<DocumentState>>latest(
                searcher -> Optional.ofNullable(new StateReader(searcher).find(key)))
            .orElse(null);
  }

  private @Nullable DocumentState current(DocumentKey key, StateReader reader) throws IOException {
    DocumentState changed = pending.get(key);
    return changed != null ? changed : reader.find(key);
  }

  private void write(DocumentState state, boolean fresh) {
    Document entry = mapper.entry(state);
    index.change(writer -> {
      if (fresh) {
        writer.addDocument(entry);
      } else {
        writer.updateDocument(new Term(Names.KEY, Names.term(state.key().toString())), entry);
      }
    });
    pending.put(state.key(), state);
    if (pending.size() >= MAX_PENDING) {
      refresh();
    }
  }

  private void refresh() {
    index.refreshLatest();
    pending.clear();
  }

  private boolean mark(String source, @Nullable CountingUnit unit, Instant at) {
    Coverage.Cell cell =
        coverage.mark(source, unit, Math.floorDiv(Names.micros(at), Timeline.HOUR));
    if (cell != null) {
      changedCells.add(cell);
    }
    return cell != null;
  }

  private void loadCoverage(IndexSearcher searcher) throws IOException {
    Query cells = new TermQuery(new Term(Names.ENTRY, Names.COVERAGE));
    var stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(cells, Integer.MAX_VALUE).scoreDocs) {
      Document entry = stored.document(hit.doc);
      coverage.add(
          CoverageTerm.parse(entry.get(Names.COVERAGE)),
          entry.getField(Names.BODY).numericValue().intValue());
    }
  }
}
