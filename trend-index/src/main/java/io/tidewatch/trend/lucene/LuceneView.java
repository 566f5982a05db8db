package io.tidewatch.trend.lucene;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine.Version;
import io.tidewatch.trend.engine.Selection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** One searcher as the questions see it. Segments are sorted by time, the newest first. */
final class LuceneView implements EngineView {
  private final IndexSearcher searcher;
  private final StateReader states;

  LuceneView(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.states = new StateReader(searcher);
  }

  /** Reads something; Lucene's errors leave unchecked. */
  @FunctionalInterface
  private interface Read<T> {
    T get() throws IOException;
  }

  private static <T> T read(Read<T> what) {
    try {
      return what.get();
    } catch (IndexSearcher.TooManyClauses e) {
      throw new IllegalArgumentException(
          "query: at most " + IndexSearcher.getMaxClauseCount() + " words and alternatives may be"
              + " searched for at once",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<DocumentKey, List<Long>> seen(Collection<DocumentKey> keys) {
    return read(() -> {
      var seen = new HashMap<DocumentKey, List<Long>>();
      for (DocumentKey key : keys) {
        List<Long> hashes = states.seen(key);
        if (hashes != null) {
          seen.put(key, hashes);
        }
      }
      return seen;
    });
  }

  @Override
  public Map<DocumentKey, Found> find(Collection<DocumentKey> keys) {
    return read(() -> {
      var found = new HashMap<DocumentKey, Found>();
      for (DocumentKey key : keys) {
        DocumentState state = states.find(key);
        if (state != null) {
          found.put(key, new Found(state, Version.ANY));
        }
      }
      return found;
    });
  }

  @Override
  public List<Found> withId(String id) {
    return read(
        () -> states.withId(id).stream().map(s -> new Found(s, Version.ANY)).toList());
  }

  @Override
  public long count(Selection selection) {
    return read(() -> (long) searcher.count(QueryTranslator.of(selection)));
  }

  @Override
  public List<Hit> newest(Selection selection, @Nullable Place after, int limit) {
    return read(() -> states.newest(QueryTranslator.of(selection), after, limit));
  }

  @Override
  public List<String> words(String prefix, int limit) {
    return read(() -> {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Names.CHARS);
      var words = new ArrayList<String>();
      if (terms == null) {
        return words;
      }
      TermsEnum each = terms.iterator();
      BytesRef begin = new BytesRef(prefix);
      BytesRef term = each.seekCeil(begin) == TermsEnum.SeekStatus.END ? null : each.term();
      while (term != null && words.size() < limit && StringHelper.startsWith(term, begin)) {
        words.add(term.utf8ToString());
        term = each.next();
      }
      return words;
    });
  }

  @Override
  public Optional<Span> span() {
    return read(() -> TimeOrder.span(searcher));
  }

  @Override
  public void scan(Selection selection, ZoneId zone, Columns columns, DayVisitor visitor) {
    read(() -> {
      List<LeafRow> open = leaves(QueryTranslator.of(selection), columns);
      while (!open.isEmpty()) {
        LocalDay day = LocalDay.of(open.stream().mapToLong(LeafRow::at).max().getAsLong(), zone);
        for (int i = open.size() - 1; i >= 0; i--) {
          LeafRow leaf = open.get(i);
          boolean more = true;
          while (more && leaf.at() >= day.start()) {
            visitor.row(leaf);
            more = leaf.next();
          }
          if (!more) {
            open.remove(i);
          }
        }
        visitor.endDay(day);
      }
      return true;
    });
  }

  /** One for each segment that has matches, each at its first document. */
  private List<LeafRow> leaves(Query query, Columns columns) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    var leaves = new ArrayList<LeafRow>();
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(context);
      if (scorer != null) {
        LeafRow leaf = new LeafRow(context, scorer.iterator(), columns);
        if (leaf.next()) {
          leaves.add(leaf);
        }
      }
    }
    return leaves;
  }
}
