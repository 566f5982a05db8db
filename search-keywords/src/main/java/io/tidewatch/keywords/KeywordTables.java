package io.tidewatch.keywords;

import io.tidewatch.model.behavior.BehaviorStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the table as of a time and keeps the last one for half a minute as long as the store's
 * counts and the catalogue stay the same. Safe from any thread.
 */
final class KeywordTables {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final BehaviorStore store;
  private final KeywordTableReader reader;
  private final InstantSource clock;
  private @Nullable Kept kept;

  KeywordTables(BehaviorStore store, KeywordTableReader reader, InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.clock = clock;
  }

  /** Null means just after the newest event; empty when there is none. */
  synchronized Optional<KeywordTable> asOf(@Nullable Instant asOf, String catalogueVersion) {
    Optional<Instant> end =
        asOf == null ? store.newestEventTime().map(t -> t.plusMillis(1)) : Optional.of(asOf);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    var state = new State(end.get(), catalogueVersion, store.counts());
    Kept last = kept;
    if (last != null
        && last.state().equals(state)
        && clock.instant().isBefore(last.readAt().plus(FRESH))) {
      return Optional.of(last.table());
    }
    KeywordTable table = reader.read(end.get());
    kept = new Kept(state, clock.instant(), table);
    return Optional.of(table);
  }

  private record State(Instant end, String catalogue, List<BehaviorStore.TypeCount> counts) {}

  private record Kept(State state, Instant readAt, KeywordTable table) {}
}
