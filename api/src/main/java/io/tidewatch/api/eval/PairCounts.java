package io.tidewatch.api.eval;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Pairs of identifiers that a system says belong to one person, against the truth.
 *
 * @param claimed pairs it says are one person
 * @param right those of them that are
 * @param real pairs that are one person
 * @param linkable those of them that the records tie together
 * @param found linkable pairs that it says are one person
 */
record PairCounts(long claimed, long right, long real, long linkable, long found) {

  /** {@code person} gives a system's person for an identifier. */
  static PairCounts of(
      Collection<Identifier> seen, IdentityTruth truth, Function<Identifier, String> person) {
    Map<String, List<Identifier>> claimed = groups(seen, person);
    long claims = 0;
    long right = 0;
    long found = 0;
    for (List<Identifier> group : claimed.values()) {
      claims += pairs(group.size());
      right += owned(group, truth, false);
      found += owned(group, truth, true);
    }
    long real = 0;
    long linkable = 0;
    Set<Identifier> known = new HashSet<>(seen);
    known.retainAll(truth.owners().keySet());
    for (List<Identifier> group :
        groups(known, id -> Objects.requireNonNull(truth.owners().get(id))).values()) {
      real += pairs(group.size());
      linkable += pairs(group.stream().filter(truth.linkable()::contains).count());
    }
    return new PairCounts(claims, right, real, linkable, found);
  }

  private static Map<String, List<Identifier>> groups(
      Collection<Identifier> seen, Function<Identifier, String> person) {
    var groups = new HashMap<String, List<Identifier>>();
    for (Identifier identifier : seen) {
      groups
          .computeIfAbsent(person.apply(identifier), p -> new java.util.ArrayList<>(4))
          .add(identifier);
    }
    return groups;
  }

  private static long owned(List<Identifier> group, IdentityTruth truth, boolean linkable) {
    var counts = new HashMap<String, Long>();
    for (Identifier identifier : group) {
      String owner = truth.owners().get(identifier);
      if (owner != null && (!linkable || truth.linkable().contains(identifier))) {
        counts.merge(owner, 1L, Long::sum);
      }
    }
    return counts.values().stream().mapToLong(PairCounts::pairs).sum();
  }

  private static long pairs(long n) {
    return n * (n - 1) / 2;
  }
}
