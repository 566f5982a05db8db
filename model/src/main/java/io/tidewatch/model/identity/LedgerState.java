package io.tidewatch.model.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger holds at one moment.
 *
 * @param revision another one after every change
 * @param persons who is not merged into another, in order of id
 * @param ties person by the key of an identifier
 * @param aliases persons that were merged away, with the person who stands for them now
 * @param apart pairs that somebody took apart and that are not to be merged by themselves
 */
public record LedgerState(
    long revision,
    List<LedgerPerson> persons,
    Map<String, String> ties,
    Map<String, String> aliases,
    Set<Apart> apart) {

  public LedgerState {
    persons = List.copyOf(persons);
    ties = Map.copyOf(ties);
    aliases = Map.copyOf(aliases);
    apart = Set.copyOf(apart);
  }

  /** Two persons, the smaller id first. */
  public record Apart(String first, String second) {
    public Apart {
      if (first.compareTo(second) > 0) {
        String larger = first;
        first = second;
        second = larger;
      }
    }
  }
}
