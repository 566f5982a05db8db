package io.tidewatch.keywords.semantic;

import io.tidewatch.model.behavior.Window;
import java.time.Instant;
import java.util.List;

/**
 * What one reading of the store gave. Immutable.
 *
 * @param state what was read
 * @param read when
 * @param entries the texts that its vocabulary wants embedded
 * @param settled whether all of them are, and the weights are learned
 */
record Snapshot(
    State state,
    Instant read,
    Window window,
    Vocabulary vocabulary,
    List<TextVectors.Entry> entries,
    Mix mix,
    boolean settled) {

  Snapshot {
    entries = List.copyOf(entries);
  }

  /** Revision of the store and version of the catalogue. */
  record State(long revision, String catalogue) {}

  Snapshot settledWith(Mix learned) {
    return new Snapshot(state, read, window, vocabulary, entries, learned, true);
  }
}
