package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts the matched persons of groups, source by source. */
final class SourceMatches {
  private static final Comparator<SourceMatch> ORDER = Comparator.comparing(SourceMatch::group)
      .thenComparing(SourceMatch::source, Comparator.nullsLast(Comparator.<String>naturalOrder()));

  private SourceMatches() {}

  static List<SourceMatch> of(
      PersonFacts facts,
      Instant before,
      KnownPersons persons,
      Function<String, @Nullable String> groupOf) {
    Map<Key, long[]> counts = new HashMap<>();
    var counted = new HashSet<Counted>();
    facts.seenIdentifiers(before, seen -> {
      String group = seen.kind().equals("user") ? groupOf.apply(seen.value()) : null;
      if (group == null) {
        return;
      }
      var key = new Key(group, seen.source());
      int person = persons.groupOf(seen.value());
      if (person == PersonGroups.NOBODY || counted.add(new Counted(key, person))) {
        long[] count = counts.computeIfAbsent(key, k -> new long[2]);
        count[0]++;
        count[1] += isMatched(persons, persons.user(seen.value())) ? 1 : 0;
      }
    });
    var rows = new ArrayList<SourceMatch>();
    counts.forEach((key, n) ->
        rows.add(new SourceMatch(key.group(), key.source(), n[0], n[1], (double) n[1] / n[0])));
    rows.sort(ORDER);
    return List.copyOf(rows);
  }

  private static boolean isMatched(KnownPersons persons, Identifier identifier) {
    return persons
        .holding(identifier)
        .map(component -> component.members().stream()
            .anyMatch(member -> !member.kind().equals(identifier.kind())
                && !member.kind().equals(IdentifierKinds.HANDLE)))
        .orElse(false);
  }

  private record Key(String group, @Nullable String source) {}

  private record Counted(Key key, int person) {}
}
