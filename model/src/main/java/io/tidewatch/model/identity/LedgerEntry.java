package io.tidewatch.model.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger; rows are added and never changed.
 *
 * @param id counts up from 1
 * @param personId who stayed; for an erasure who was erased
 * @param aliasId who was merged into the other, or came back by the undoing; null for an erasure
 * @param undoes id of the entry that is taken back; null unless this is an {@link Action#UNDO}
 * @param identifiers how many changed their person, or were erased
 * @param undone whether a later entry takes this one back
 */
public record LedgerEntry(
    long id,
    Instant at,
    Action action,
    String personId,
    @Nullable String aliasId,
    @Nullable Long undoes,
    long identifiers,
    boolean undone) {

  /** What was done. */
  public enum Action {
    MERGE,
    UNDO,
    ERASE
  }
}
