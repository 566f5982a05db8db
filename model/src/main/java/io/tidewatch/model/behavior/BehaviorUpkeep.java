package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to go: old days and single people. Both are physical and repeatable: after a crash the
 * same call again ends where one call ends. Safe from any thread; every method may throw {@link
 * StoreUnavailableException}.
 */
public interface BehaviorUpkeep {

  /**
   * Drops whole UTC days that are older than the days to keep, and seals them: a record of such a
   * day is refused from then on, also when more days are kept later.
   *
   * @param days to keep by record type, each at least 1; other types are kept for good
   * @param now the day that {@code days} are counted back from
   * @return the first day that is kept, by type, for types that have sealed days
   * @throws IllegalArgumentException when a type is unknown or a number below 1
   */
  Map<String, LocalDate> retain(Map<String, Integer> days, Instant now);

  /**
   * Removes everything about one person: rows that carry one of the identifiers as user, member,
   * device or identity, and mentions of it in unknown fields. No file holds it afterwards. Records
   * that arrive later are taken in.
   *
   * @param identifiers forms of the person's id, none empty
   * @return removed rows by type, in order of type
   */
  List<BehaviorStore.TypeCount> erase(Set<String> identifiers);
}
