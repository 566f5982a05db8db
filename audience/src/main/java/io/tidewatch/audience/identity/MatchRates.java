package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts which identifiers are matched. A user id is an account when a link, a user record or a
 * consent names it so, and a cookie when a link does; an id that nothing names is a cookie where
 * accounts are introduced by user records, else an account.
 */
final class MatchRates {
  static final String ANY = "any";
  private static final String ALL = "";

  private final KnownPersons persons;
  private final Set<String> accounts = new HashSet<>();
  private final Map<String, Map<String, Map<String, long[]>>> counts = new TreeMap<>();
  private final Map<String, Set<String>> seen = new HashMap<>();
  private boolean introduced;

  private MatchRates(KnownPersons persons) {
    this.persons = persons;
  }

  /** By kind, source (all together first), then what is reached. */
  static List<MatchRow> rows(PersonFacts facts, Instant before, KnownPersons persons) {
    var rates = new MatchRates(persons);
    facts.attributes(before, user -> {
      rates.introduced = true;
      rates.accounts.add(user.userId());
    });
    facts.consents(before, consent -> rates.accounts.add(consent.userId()));
    facts.seenIdentifiers(
        before, id -> rates.add(rates.identifier(id.kind(), id.value()), id.source()));
    var linked = new HashSet<String>();
    facts.identityLinks(before, link -> {
      for (Identifier end : List.of(persons.canonical(link.from()), persons.canonical(link.to()))) {
        if (end.kind().equals(IdentifierKinds.PHONE)
            && linked.add(end.value() + '\u001f' + link.source())) {
          rates.add(end, link.source());
        }
      }
    });
    return rates.rows();
  }

  private Identifier identifier(String field, String value) {
    if (!field.equals("user")) {
      return persons.canonical(new Identifier(field, value));
    }
    Identifier known = persons.user(value);
    boolean account = !known.kind().equals(IdentifierKinds.ACCOUNT)
        || persons.graph().componentOf(known) >= 0
        || accounts.contains(value)
        || !introduced;
    return account ? known : new Identifier(IdentifierKinds.COOKIE, value);
  }

  private void add(Identifier identifier, @Nullable String source) {
    Set<String> reached = reached(identifier);
    boolean first =
        seen.computeIfAbsent(identifier.kind(), k -> new HashSet<>()).add(identifier.value());
    for (String of : first ? new String[] {ALL, name(source)} : new String[] {name(source)}) {
      Map<String, long[]> row = counts
          .computeIfAbsent(identifier.kind(), k -> new TreeMap<>())
          .computeIfAbsent(of, s -> new TreeMap<>());
      row.computeIfAbsent(ANY, r -> new long[2])[0]++;
      for (String kind : reached) {
        row.computeIfAbsent(kind, r -> new long[2])[1]++;
      }
    }
  }

  private static String name(@Nullable String source) {
    return Objects.requireNonNullElse(source, "unnamed");
  }

  private Set<String> reached(Identifier identifier) {
    var reached = new HashSet<String>();
    component(identifier).ifPresent(component -> {
      for (Identifier member : component.members()) {
        boolean other = !member.kind().equals(identifier.kind());
        if (other) {
          reached.add(member.kind());
        }
        if (other && !member.kind().equals(IdentifierKinds.HANDLE)) {
          reached.add(ANY);
        }
      }
    });
    return reached;
  }

  private Optional<Component> component(Identifier identifier) {
    Optional<Component> own = persons.holding(identifier);
    return own.isEmpty() && identifier.kind().equals(IdentifierKinds.MEMBER)
        ? persons.holding(new Identifier(IdentifierKinds.ACCOUNT, identifier.value()))
        : own;
  }

  private List<MatchRow> rows() {
    var rows = new ArrayList<MatchRow>();
    counts.forEach((kind, bySource) -> bySource.forEach((source, byReach) -> {
      long ids = byReach.getOrDefault(ANY, new long[2])[0];
      byReach.forEach((reaches, n) -> rows.add(new MatchRow(
          kind, source.equals(ALL) ? null : source, reaches, ids, n[1], (double) n[1] / ids)));
    }));
    return List.copyOf(rows);
  }
}
