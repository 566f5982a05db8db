package io.tidewatch.trend.engine;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.IndexEngine.Version;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index as one question sees it. For one thread, during the question. */
public interface EngineView {

  /** The content hashes of each key that is there; keys that are not are left out. */
  Map<DocumentKey, List<Long>> seen(Collection<DocumentKey> keys);

  /** The states of the keys that are there. */
  Map<DocumentKey, Found> find(Collection<DocumentKey> keys);

  /** All states of one id, over all sources. */
  List<Found> withId(String id);

  /** How many documents match. */
  long count(Selection selection);

  /**
   * Matching documents, ordered by (publishedAt descending, key).
   *
   * @param after the last document of the page before; null for the first page
   */
  List<Hit> newest(Selection selection, @Nullable Place after, int limit);

  /**
   * Words of letters and digits that documents hold and that begin with a prefix, in order of their
   * UTF-8 bytes, at most {@code limit}.
   */
  List<String> words(String prefix, int limit);

  /** The times of the oldest and the newest document; empty when there is none. */
  Optional<Span> span();

  /**
   * Goes once over all matching documents, local day by local day; within a day in any order. Days
   * without documents are left out.
   */
  void scan(Selection selection, ZoneId zone, Columns columns, DayVisitor visitor);

  /** A state and its version. */
  record Found(DocumentState state, Version version) {}

  /** A document and where it stands in the order of {@link #newest}. */
  record Hit(Place place, Live document) {}

  /** A place in that order: publishedAt in microseconds and the key as index term. */
  record Place(long at, String key) {}

  /** Times in microseconds, both inclusive. */
  record Span(long oldest, long newest) {}

  /** What looks at the documents of a scan. */
  interface DayVisitor {
    /** {@code row} is valid during the call only. */
    void row(Row row);

    /** All documents of a day have been seen. */
    void endDay(LocalDay day);
  }
}
