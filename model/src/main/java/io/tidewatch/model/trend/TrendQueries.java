package io.tidewatch.model.trend;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The read side of the document index. Safe from any thread; answers what was committed. An empty
 * index answers with empty lists. Every method may throw {@link StoreUnavailableException}.
 */
public interface TrendQueries {

  /** Keys above their own expectation, highest score first, then key. */
  List<RisingRow> rising(RisingQuery query);

  /** Keys that have moved up over weeks, most evidence first, then key. */
  List<Mover> movers(MoverQuery query);

  /** Buckets from {@code from} to {@code to} in order, gaps included. */
  List<SeriesPoint> series(SeriesQuery query);

  /** One row an entity asked for, largest count first, then key. */
  List<ShareRow> share(ShareQuery query);

  SearchPage search(SearchQuery query);

  /** How many documents {@link #search} would page through, exact; costs more than a page. */
  long count(SearchQuery query);

  /** Names outside the catalogue: most authors first, then most documents, then name and kind. */
  List<Candidate> candidates(CandidateQuery query);

  /** Groups of nearly equal texts of one day: most documents first, then id. */
  List<DuplicateGroup> groups(GroupQuery query);

  /** A committed document by its key. */
  Optional<StoredDocument> document(DocumentKey key);

  /** The newest event time; empty when the index is. */
  Optional<Instant> newestEventTime();

  /** Sources by name. */
  List<SourceStatus> sources();

  /** Documents in the index, tombstones left out. */
  long count();
}
