package io.tidewatch.corpora.simulator;

import java.util.List;

/**
 * When people need something of a category they care for: once in a cycle, at a time nobody knows,
 * for some days. Nothing is stored; a need follows from seed, person and slot. Safe from any
 * thread.
 */
final class Needs {
  private final long key;
  private final int[] cycles;
  private final int[] searches;

  Needs(long seed, List<Shelf> shelves) {
    this.key = Chance.key(seed, "needs");
    this.cycles = shelves.stream().mapToInt(Shelf::cycle).toArray();
    this.searches = shelves.stream().mapToInt(Shelf::search).toArray();
  }

  /** Whether the need of that slot is on. */
  boolean on(int person, int slot, int shelf, int day) {
    int begin = begin(person, slot, shelf, cycle(person, slot, shelf, day));
    return day >= begin && day < begin + searches[shelf];
  }

  /** The number of the cycle that a day lies in. */
  int cycle(int person, int slot, int shelf, int day) {
    return (day + phase(person, slot, shelf)) / cycles[shelf];
  }

  /** First day of a cycle. */
  int cycleStart(int person, int slot, int shelf, int cycle) {
    return cycle * cycles[shelf] - phase(person, slot, shelf);
  }

  /** First day of the need of a cycle, drawn evenly from the {@link #room} of the cycle. */
  int begin(int person, int slot, int shelf, int cycle) {
    long own = Hashes.mix(Hashes.mix(key, person * 8L + slot), cycle + 1L);
    return cycleStart(person, slot, shelf, cycle) + Math.floorMod(own >>> 8, room(shelf));
  }

  /** In how many days of a cycle a need may begin. */
  int room(int shelf) {
    return cycles[shelf] - searches[shelf] + 1;
  }

  /** For how many days a need is on. */
  int length(int shelf) {
    return searches[shelf];
  }

  private int phase(int person, int slot, int shelf) {
    return Math.floorMod(Hashes.mix(key, person * 8L + slot) >>> 8, cycles[shelf]);
  }
}
