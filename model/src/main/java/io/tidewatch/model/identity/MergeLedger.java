package io.tidewatch.model.identity;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keeps persons, whom each identifier belongs to, and an append-only ledger of merges. Identifiers
 * are known by keyed hashes alone. Safe from any thread and from several processes on one database;
 * times are kept to the microsecond. Every method may throw {@link StoreUnavailableException}.
 */
public interface MergeLedger {

  /** Everything that holds now. */
  LedgerState state();

  /** A number that is another one after every change. */
  long revision();

  /**
   * Writes one run whole or not at all.
   *
   * @param revision of the state that the change was made from
   * @return false, with nothing written, when the ledger has changed since
   */
  boolean apply(long revision, LedgerChange change, Instant at);

  /**
   * Takes an entry back by a new one. A merge: what the other person held comes back to it under its
   * old id, and the two are kept apart from then on. An undoing: the two may be merged again.
   *
   * @throws IllegalArgumentException when there is no such entry, it was taken back already, or it
   *     is an erasure
   */
  LedgerEntry undo(long id, Instant at);

  /** Newest first; at most {@code limit}. */
  List<LedgerEntry> entries(int limit);

  /**
   * Forgets identifiers and the persons that were made from them or have none left. The ledger keeps
   * its rows, which hold keyed hashes alone, and gets one a person. Nothing happens when none is
   * known.
   *
   * @return how many identifiers were forgotten
   */
  long erase(Set<String> keys, Instant at);
}
