package io.tidewatch.audience.identity;

import io.tidewatch.audience.identity.PersonView.AttributeView;
import io.tidewatch.audience.identity.PersonView.ConsentView;
import io.tidewatch.audience.identity.PersonView.Edge;
import io.tidewatch.audience.identity.PersonView.Held;
import io.tidewatch.audience.identity.PersonView.Name;
import io.tidewatch.model.behavior.AttributeFact;
import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of one person. */
final class PersonReader {
  private final PersonFacts facts;
  private final IdentityConfig config;
  private final LinkRules rules;

  PersonReader(PersonFacts facts, IdentityConfig config) {
    this.facts = facts;
    this.config = config;
    this.rules = new LinkRules(config);
  }

  /** The person of an id or of an identifier's value; empty when nothing is known of it. */
  Optional<PersonView> view(KnownPersons persons, String user, Instant before) {
    Optional<Component> component = persons.component(user);
    List<Identifier> members =
        component.map(Component::members).orElse(List.of(persons.user(user)));
    List<Edge> links = links(persons, members, component.isEmpty() ? user : null, before);
    Set<String> users = users(members);
    Map<String, AttributeView> attributes = attributes(users, before);
    List<ConsentView> consents = consents(users, before);
    boolean known = component.isPresent()
        || !links.isEmpty()
        || !attributes.isEmpty()
        || !consents.isEmpty()
        || isSeen(user, before);
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(new PersonView(
        persons.personOf(members.getFirst()).id(),
        component.isPresent(),
        members.stream()
            .map(m -> new Held(m.kind(), m.value(), persons.personOf(m).confidence()))
            .toList(),
        links,
        attributes,
        consents));
  }

  private boolean isSeen(String value, Instant before) {
    var seen = new boolean[1];
    facts.seenIdentifiers(before, id -> seen[0] |= id.value().equals(value));
    return seen[0];
  }

  /** Links at the members; of somebody who stands alone, those at the value, of whatever kind. */
  private List<Edge> links(
      KnownPersons persons, List<Identifier> members, @Nullable String alone, Instant before) {
    Set<Identifier> own = Set.copyOf(members);
    var edges = new ArrayList<Edge>();
    facts.identityLinks(before, link -> {
      Tie tie = Tie.of(link, config);
      if (own.contains(tie.from())
          || own.contains(tie.to())
          || tie.from().value().equals(alone)
          || tie.to().value().equals(alone)) {
        edges.add(edge(persons, link, tie));
      }
    });
    return edges;
  }

  private Edge edge(KnownPersons persons, LinkFact link, Tie tie) {
    String refused = rules.refusal(tie, link.evidence());
    return new Edge(
        link.id(),
        new Name(tie.from().kind(), tie.from().value()),
        new Name(tie.to().kind(), tie.to().value()),
        link.evidence(),
        tie.confidence(),
        link.source(),
        link.at(),
        refused == null ? persons.graph().cut(link.id()) : refused);
  }

  /** Values under which attributes and consents of the members are given. */
  static Set<String> users(List<Identifier> members) {
    return members.stream()
        .filter(m -> m.kind().equals(IdentifierKinds.ACCOUNT)
            || m.kind().equals(IdentifierKinds.COOKIE)
            || m.kind().equals(IdentifierKinds.MEMBER))
        .map(Identifier::value)
        .collect(Collectors.toSet());
  }

  private Map<String, AttributeView> attributes(Set<String> users, Instant before) {
    var own = new ArrayList<AttributeFact>();
    facts.attributes(before, fact -> {
      if (users.contains(fact.userId())) {
        own.add(fact);
      }
    });
    return PersonAttributes.of(own, config);
  }

  private List<ConsentView> consents(Set<String> users, Instant before) {
    var newest = new TreeMap<String, ConsentFact>();
    facts.consents(before, consent -> {
      if (users.contains(consent.userId())) {
        newest.merge(consent.purpose(), consent, PersonReader::later);
      }
    });
    return newest.values().stream()
        .map(c -> new ConsentView(c.purpose(), c.granted(), c.at(), c.userId()))
        .toList();
  }

  /** The later of two decisions; of two at one time the one that withholds. */
  static ConsentFact later(ConsentFact one, ConsentFact other) {
    int order = one.at().compareTo(other.at());
    if (order == 0) {
      return one.granted() ? other : one;
    }
    return order > 0 ? one : other;
  }
}
