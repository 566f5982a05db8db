package io.tidewatch.audience.identity;

import io.tidewatch.model.identity.LedgerChange;
import io.tidewatch.model.identity.LedgerEntry;
import io.tidewatch.model.identity.LedgerEntry.Action;
import io.tidewatch.model.identity.LedgerPerson;
import io.tidewatch.model.identity.LedgerState;
import io.tidewatch.model.identity.LedgerState.Apart;
import io.tidewatch.model.identity.MergeLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A ledger in memory, for merges of two persons that are taken back in the order they were made. */
final class MemoryLedger implements MergeLedger {
  private final Map<String, LedgerPerson> persons = new TreeMap<>();
  private final Map<String, String> ties = new HashMap<>();
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Map<Long, Set<String>> moved = new HashMap<>();
  private long revision;
  int refusals;

  @Override
  public LedgerState state() {
    var aliases = new HashMap<String, String>();
    var apart = new HashSet<Apart>();
    for (LedgerEntry entry : entries) {
      if (entry.action() == Action.MERGE && !entry.undone()) {
        aliases.put(entry.aliasId(), entry.personId());
      } else if (entry.action() == Action.UNDO
          && !entry.undone()
          && entries.get((int) (entry.undoes() - 1)).action() == Action.MERGE) {
        apart.add(new Apart(entry.personId(), entry.aliasId()));
      }
    }
    return new LedgerState(
        revision,
        persons.values().stream().filter(p -> !aliases.containsKey(p.id())).toList(),
        ties,
        aliases,
        apart);
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public boolean apply(long of, LedgerChange change, Instant at) {
    if (refusals-- > 0) {
      revision++;
      return false;
    }
    if (of != revision) {
      return false;
    }
    revision++;
    change.founded().forEach(person -> persons.put(person.id(), person));
    for (LedgerChange.Merge merge : change.merges()) {
      var keys = new HashSet<String>();
      ties.forEach((key, person) -> {
        if (person.equals(merge.aliasId())) {
          keys.add(key);
        }
      });
      keys.forEach(key -> ties.put(key, merge.keptId()));
      add(at, Action.MERGE, merge.keptId(), merge.aliasId(), null, keys);
    }
    change.released().forEach(ties::remove);
    ties.putAll(change.ties());
    return true;
  }

  private LedgerEntry add(
      Instant at, Action action, String person, String alias, Long undoes, Set<String> keys) {
    long id = entries.size() + 1L;
    entries.add(new LedgerEntry(id, at, action, person, alias, undoes, keys.size(), false));
    moved.put(id, keys);
    return entries.getLast();
  }

  @Override
  public LedgerEntry undo(long id, Instant at) {
    revision++;
    LedgerEntry e = entries.get((int) (id - 1));
    entries.set(
        (int) (id - 1),
        new LedgerEntry(
            id, e.at(), e.action(), e.personId(), e.aliasId(), e.undoes(), e.identifiers(), true));
    if (e.action() == Action.MERGE) {
      moved.get(id).forEach(key -> ties.put(key, e.aliasId()));
    }
    return add(at, Action.UNDO, e.personId(), e.aliasId(), id, Set.of());
  }

  @Override
  public List<LedgerEntry> entries(int limit) {
    return entries.reversed().stream().limit(limit).toList();
  }

  @Override
  public long erase(Set<String> keys, Instant at) {
    revision++;
    long before = ties.size();
    ties.keySet().removeAll(keys);
    persons.values().removeIf(person -> keys.contains(person.founder()));
    return before - ties.size();
  }
}
