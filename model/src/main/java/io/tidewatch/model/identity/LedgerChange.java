package io.tidewatch.model.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one run changes.
 *
 * @param founded new persons
 * @param merges in order; all ties of the one who is merged away move to the other
 * @param ties person by key of an identifier, for those that are new or move otherwise
 * @param released keys of identifiers that nobody holds any more
 */
public record LedgerChange(
    List<LedgerPerson> founded,
    List<Merge> merges,
    Map<String, String> ties,
    Set<String> released) {

  public LedgerChange {
    founded = List.copyOf(founded);
    merges = List.copyOf(merges);
    ties = Map.copyOf(ties);
    released = Set.copyOf(released);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return founded.isEmpty() && merges.isEmpty() && ties.isEmpty() && released.isEmpty();
  }

  /** Two persons turn out to be one. */
  public record Merge(String keptId, String aliasId) {}
}
