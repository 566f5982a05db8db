package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says who of an audience may be exported for a purpose. Whoever made the audience, only persons with
 * an account, a card or a telephone number whose newest decision about the very purpose is a yes get
 * through; an id that store sensors know is a device wherever else it appears, and a device alone is
 * nobody. Safe from any thread.
 */
public final class ExportConsent {
  /** A device that sensors saw and that no accepted link ties to anybody. */
  public static final String SENSED_ONLY = "sensed-only";

  /** A cookie, handle or other id without account, card or telephone number. */
  public static final String NAMELESS = "nameless";

  /** No record names it. */
  public static final String UNKNOWN = "unknown";

  /** The person decided nothing about the purpose. */
  public static final String NO_CONSENT = "no-consent";

  /** The person's newest decision about the purpose is a no. */
  public static final String WITHDRAWN = "consent-withheld";

  /** The person is in the export already, by another id. */
  public static final String SAME_PERSON = "same-person";

  private static final Set<String> EXPORTED =
      Set.of(IdentifierKinds.ACCOUNT, IdentifierKinds.MEMBER, IdentifierKinds.PHONE);

  private final PersonFacts facts;
  private final Function<@Nullable Instant, KnownPersons> persons;
  private final Supplier<Instant> now;

  ExportConsent(
      PersonFacts facts, Function<@Nullable Instant, KnownPersons> persons, Supplier<Instant> now) {
    this.facts = facts;
    this.persons = persons;
    this.now = now;
  }

  /**
   * An answer.
   *
   * @param allowed in the order of the audience, each person once
   * @param refused how many of the audience's ids were refused, by reason
   */
  public record Export(List<Exported> allowed, Map<String, Long> refused) {
    public Export {
      allowed = List.copyOf(allowed);
      refused = java.util.Collections.unmodifiableMap(new TreeMap<>(refused));
    }
  }

  /**
   * Somebody who may be exported.
   *
   * @param key as the audience gave it
   * @param userIds accounts and cards of the person
   * @param phones keyed hashes
   */
  public record Exported(String key, String personId, List<String> userIds, List<String> phones) {
    public Exported {
      userIds = List.copyOf(userIds);
      phones = List.copyOf(phones);
    }
  }

  /**
   * Checks an audience.
   *
   * @param audience ids of persons or users, as any direction gives them
   * @param purpose as consents name it, not blank
   * @param asOf decisions from this time on are not read; null reads all
   */
  public Export decide(Collection<String> audience, String purpose, @Nullable Instant asOf) {
    if (purpose.isBlank()) {
      throw new IllegalArgumentException("purpose: is required, got nothing");
    }
    Instant before = asOf == null ? now.get() : asOf;
    KnownPersons known = persons.apply(asOf);
    var decisions = new HashMap<String, ConsentFact>();
    var users = new HashSet<String>();
    facts.consents(before, consent -> {
      users.add(consent.userId());
      if (consent.purpose().equals(purpose)) {
        decisions.merge(consent.userId(), consent, PersonReader::later);
      }
    });
    facts.attributes(before, user -> users.add(user.userId()));
    var sensed = new HashSet<String>();
    facts.seenIdentifiers(before, id -> {
      if (id.kind().equals("device")) {
        sensed.add(id.value());
      } else {
        users.add(id.value());
      }
    });
    var aloneIds = new HashMap<String, String>();
    for (String user : users) {
      if (known.component(user).isEmpty()) {
        aloneIds.put(known.personOf(user).id(), user);
      }
    }
    for (String device : sensed) {
      if (known.component(device).isEmpty()) {
        aloneIds.put(
            known.personOf(new Identifier(IdentifierKinds.DEVICE, device)).id(), device);
        aloneIds.put(known.personOf(device).id(), device);
      }
    }
    var check = new Check(known, decisions, users, sensed, aloneIds);
    for (String key : audience) {
      check.take(key);
    }
    return new Export(check.allowed, check.refused);
  }

  /** One audience on its way. */
  private static final class Check {
    private final KnownPersons known;
    private final Map<String, ConsentFact> decisions;
    private final Set<String> users;
    private final Set<String> sensed;
    private final Map<String, String> aloneIds;
    private final List<Exported> allowed = new ArrayList<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Set<String> exported = new HashSet<>();

    Check(
        KnownPersons known,
        Map<String, ConsentFact> decisions,
        Set<String> users,
        Set<String> sensed,
        Map<String, String> aloneIds) {
      this.known = known;
      this.decisions = decisions;
      this.users = users;
      this.sensed = sensed;
      this.aloneIds = aloneIds;
    }

    void take(String key) {
      String value = aloneIds.getOrDefault(key, key);
      Optional<Component> component = known.component(value);
      List<Identifier> members =
          component.map(Component::members).orElse(List.of(known.user(value)));
      List<Identifier> named = members.stream()
          .filter(m -> EXPORTED.contains(m.kind()))
          .filter(m -> m.kind().equals(IdentifierKinds.PHONE) || !sensed.contains(m.value()))
          .toList();
      String personId = known.personOf(members.getFirst()).id();
      String reason = refusal(value, component.isPresent(), members, named);
      if (reason == null && !exported.add(personId)) {
        reason = SAME_PERSON;
      }
      if (reason != null) {
        refused.merge(reason, 1L, Long::sum);
        return;
      }
      allowed.add(new Exported(
          key,
          personId,
          named.stream()
              .filter(m -> !m.kind().equals(IdentifierKinds.PHONE))
              .map(Identifier::value)
              .toList(),
          named.stream()
              .filter(m -> m.kind().equals(IdentifierKinds.PHONE))
              .map(Identifier::value)
              .toList()));
    }

    private @Nullable String refusal(
        String value, boolean linked, List<Identifier> members, List<Identifier> named) {
      if (!linked && sensed.contains(value)) {
        return SENSED_ONLY;
      }
      if (!linked && !users.contains(value)) {
        return UNKNOWN;
      }
      if (named.isEmpty()) {
        return members.stream().anyMatch(m -> sensed.contains(m.value())) ? SENSED_ONLY : NAMELESS;
      }
      Optional<ConsentFact> newest = PersonReader.users(members).stream()
          .filter(user -> !sensed.contains(user))
          .map(decisions::get)
          .filter(java.util.Objects::nonNull)
          .reduce(PersonReader::later);
      if (newest.isEmpty()) {
        return NO_CONSENT;
      }
      return newest.get().granted() ? null : WITHDRAWN;
    }
  }
}
