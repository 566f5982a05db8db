package io.tidewatch.keywords;

import io.tidewatch.model.behavior.BehaviorStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the table as of a time and keeps the last one as long as store and catalogue stay the same.
 * Safe from any thread.
 */
final class KeywordTables {
  private final BehaviorStore store;
  private final KeywordTableReader reader;
  private @Nullable Newest newest;
  private @Nullable Kept kept;

  KeywordTables(BehaviorStore store, KeywordTableReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** Null means just after the newest event; empty when there is none. */
  synchronized Optional<KeywordTable> asOf(@Nullable Instant asOf, String catalogueVersion) {
    long revision = store.revision();
    Optional<Instant> end = asOf == null ? end(revision) : Optional.of(asOf);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var state = new State(end.get(), catalogueVersion, revision);
    Kept last = kept;
    if (last != null && last.state().equals(state)) {
      return Optional.of(last.table());
    }
    KeywordTable table = reader.read(end.get());
    kept = new Kept(state, table);
    return Optional.of(table);
  }

  private Optional<Instant> end(long revision) {
    Newest last = newest;
    if (last == null || last.revision() != revision) {
      last = new Newest(revision, store.newestEventTime().map(t -> t.plusMillis(1)));
      newest = last;
    }
    return last.end();
  }

  private record Newest(long revision, Optional<Instant> end) {}

  private record State(Instant end, String catalogue, long revision) {}

  private record Kept(State state, KeywordTable table) {}
}
