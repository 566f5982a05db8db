package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ids under which somebody acted and which store sensors saw as devices too. Read once for a state of
 * the store. Safe from any thread.
 */
final class SensedUsers {
  private static final Set<String> NAMED =
      Set.of(IdentifierKinds.ACCOUNT, IdentifierKinds.MEMBER, IdentifierKinds.PHONE);

  private final PersonFacts facts;
  private @Nullable Read last;

  SensedUsers(PersonFacts facts) {
    this.facts = facts;
  }

  private record Read(long revision, Set<String> ids) {}

  /** Whether nothing but sensors knows the device: no account, card or number is tied to it. */
  boolean isOnlySensed(String id, KnownPersons persons, Supplier<Instant> before) {
    Set<String> sensed = sensed(before);
    return sensed.contains(id)
        && persons.component(id).map(Component::members).orElse(List.of()).stream()
            .noneMatch(m -> NAMED.contains(m.kind()) && !sensed.contains(m.value()));
  }

  private synchronized Set<String> sensed(Supplier<Instant> before) {
    Read read = last;
    if (read == null || read.revision() != facts.revision()) {
      long revision = facts.revision();
      var devices = new HashSet<String>();
      var others = new HashSet<String>();
      facts.seenIdentifiers(
          before.get(),
          seen -> (seen.kind().equals("device") ? devices : others).add(seen.value()));
      devices.retainAll(others);
      read = new Read(revision, Set.copyOf(devices));
      last = read;
    }
    return read.ids();
  }
}
